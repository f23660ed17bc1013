package io.godwit.dialect.mysql;

import java.io.InputStream;
import java.sql.SQLException;
import java.sql.Statement;

/** What LOAD DATA LOCAL reads in place of a file: each of the two drivers takes a stream, in a way of its own. */
final class LocalStream {

    private LocalStream() {}

    /** Whether the driver took the stream for the statement's next execution; another driver does not. */
    static boolean give(Statement statement, InputStream rows) throws SQLException {
        return takenByMariaDb(statement, rows) || takenByMySql(statement, rows);
    }

    private static boolean takenByMariaDb(Statement statement, InputStream rows) throws SQLException {
        try {
            if (!statement.isWrapperFor(org.mariadb.jdbc.Statement.class)) {
                return false;
            }
            statement.unwrap(org.mariadb.jdbc.Statement.class).setLocalInfileInputStream(rows);
            return true;
        } catch (LinkageError absent) {
            return false;
        }
    }

    private static boolean takenByMySql(Statement statement, InputStream rows) throws SQLException {
        try {
            if (!statement.isWrapperFor(com.mysql.cj.jdbc.JdbcStatement.class)) {
                return false;
            }
            statement.unwrap(com.mysql.cj.jdbc.JdbcStatement.class).setLocalInfileInputStream(rows);
            return true;
        } catch (LinkageError absent) {
            return false;
        }
    }
}
