package io.godwit.dialect.mysql;

import io.godwit.dialect.ManyRows;
import io.godwit.dialect.RowFields;
import io.godwit.dialect.RowQuery;
import java.sql.Connection;
import java.sql.SQLDataException;
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

    @Override
    public boolean readFields(Connection connection, RowQuery query, FieldTaker taker) throws SQLException {
        if (query.columns().isEmpty()) {
            return false;
        }
        FieldQuery bytes = new FieldQuery(query);
        RowFields fields = new RowFields(query.columns().size());
        read(connection, bytes.text(), row -> {
            bytes.read(row, fields);
            if (!taker.fields(fields)) {
                throw new SQLDataException("a row has a text that is not UTF-8");
            }
        });
        return true;
    }
}
