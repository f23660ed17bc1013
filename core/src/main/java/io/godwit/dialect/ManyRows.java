package io.godwit.dialect;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * How a query of many rows is read without holding them all in memory. It runs inside a transaction that the caller has begun by
 * an engine's own text. Stateless and thread-safe.
 */
public interface ManyRows {

    /** How many rows travel together, where the engine may be told. */
    int BATCH = 1000;

    /** For drivers that heed the fetch size of any statement. */
    ManyRows STANDARD = new ManyRows() {};

    /** Takes one row; the result stands on it and must not be moved. */
    interface Reader {
        void row(ResultSet row) throws SQLException;
    }

    /** Gives every row of the query to the reader, in its order. */
    default void read(Connection connection, String query, Reader reader) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.setFetchSize(BATCH);
            each(statement, query, reader);
        }
    }

    /** By which rows are read while others are written by the same connection; empty where each piece needs a query of its own. */
    default Optional<RowCursor> cursor() {
        return Optional.empty();
    }

    /** By which a page of rows is read with one call; empty where that is not quicker. */
    default Optional<PackedRows> packed() {
        return Optional.empty();
    }

    /** Runs the query and says how many rows it had. */
    static int each(Statement statement, String query, Reader reader) throws SQLException {
        int count = 0;
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                reader.row(rows);
                count++;
            }
        }
        return count;
    }
}
