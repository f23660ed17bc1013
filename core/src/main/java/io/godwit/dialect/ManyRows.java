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

    /** Takes one row as bytes. */
    interface FieldTaker {

        /** Takes the values, or says false where it does not understand them: nothing was taken then, and it is given the {@link #row}. */
        boolean fields(RowFields fields) throws SQLException;

        /** Takes a row value by value, in the order of the query. */
        void row(ResultSet row) throws SQLException;
    }

    /**
     * As {@link #read}, with the values of a row as bytes, which costs no object for each of them.
     *
     * @param query of columns whose values are texts, numbers, booleans, times or bytes
     * @return false if there is no such way to read it; then nothing was read
     */
    default boolean readFields(Connection connection, RowQuery query, FieldTaker taker) throws SQLException {
        return false;
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
