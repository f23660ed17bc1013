package io.godwit.dialect.postgres;

import io.godwit.dialect.ManyRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A cursor in SQL: the driver heeds the fetch size only in transactions that it began itself. Stateless and thread-safe. */
final class PostgresManyRows implements ManyRows {

    private static final String CURSOR = "godwit_rows";

    @Override
    public void read(Connection connection, String query, Reader reader) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute("DECLARE " + CURSOR + " NO SCROLL CURSOR FOR " + query);
            int read;
            do {
                read = ManyRows.each(statement, "FETCH FORWARD " + BATCH + " FROM " + CURSOR, reader);
            } while (read == BATCH);
            statement.execute("CLOSE " + CURSOR);
        }
    }
}
