package io.godwit.dialect.mysql;

import io.godwit.dialect.ManyRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/**
 * Connector/J holds a whole result unless its fetch size is the least integer; MariaDB's driver heeds a size and refuses that one.
 * Stateless and thread-safe.
 */
final class MySqlManyRows implements ManyRows {

    @Override
    public void read(Connection connection, String query, Reader reader) throws SQLException {
        String driver = connection.getMetaData().getDriverName();
        boolean mariaDb = driver != null && driver.toLowerCase(Locale.ROOT).contains("mariadb");
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.setFetchSize(mariaDb ? BATCH : Integer.MIN_VALUE);
            ManyRows.each(statement, query, reader);
        }
    }
}
