package io.godwit.dialect.postgres;

import io.godwit.dialect.ManyRows;
import io.godwit.dialect.RowCursor;
import io.godwit.dialect.RowQuery;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** A cursor in SQL: the driver heeds the fetch size only in transactions that it began itself. Stateless and thread-safe. */
final class PostgresManyRows implements ManyRows {

    private static final RowCursor ROWS = new PostgresCursor("godwit_rows");
    private static final RowCursor SOURCE = new PostgresCursor("godwit_source");

    @Override
    public Optional<RowCursor> cursor() {
        return Optional.of(SOURCE);
    }

    @Override
    public void read(Connection connection, String query, Reader reader) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(ROWS.open(query));
            int read;
            do {
                read = ManyRows.each(statement, ROWS.next(BATCH), reader);
            } while (read == BATCH);
            statement.execute(ROWS.close());
        }
    }

    @Override
    public boolean readFields(Connection connection, RowQuery query, FieldTaker taker) throws SQLException {
        return CopiedRows.read(connection, query, taker);
    }
}
