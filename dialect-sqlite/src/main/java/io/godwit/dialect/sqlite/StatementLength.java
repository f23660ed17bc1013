package io.godwit.dialect.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteLimits;

/** How long a statement may be: sqlite-jdbc refuses a megabyte, SQLite itself takes a thousand of them. Stateless. */
final class StatementLength {

    /** SQLITE_MAX_SQL_LENGTH as SQLite comes. */
    private static final int MOST = 1_000_000_000;

    private StatementLength() {}

    /** Another driver than sqlite-jdbc, or an old one, is left as it is. */
    static void lift(Connection connection) throws SQLException {
        try {
            if (connection.isWrapperFor(SQLiteConnection.class)) {
                connection.unwrap(SQLiteConnection.class).setLimit(SQLiteLimits.SQLITE_LIMIT_SQL_LENGTH, MOST);
            }
        } catch (LinkageError otherDriver) {
            return;
        }
    }
}
