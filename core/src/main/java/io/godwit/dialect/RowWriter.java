package io.godwit.dialect;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows into one table inside the caller's transaction, many at a time, and never commits. It keeps a megabyte or so of rows
 * at most, whatever their number; between two calls the connection is free for other statements, unless the caller {@link #occupy lends}
 * it. After an error it is only closed.
 * For the thread that owns the connection.
 */
public interface RowWriter extends AutoCloseable {

    /**
     * Takes a row, and sends those that it keeps when they are many.
     *
     * @param values one for each column, in the words of {@link BulkLoader}; they are kept and must not be changed
     * @throws SQLException also if the engine does not take a row that came before
     */
    void add(@Nullable Object[] values) throws SQLException;

    /**
     * Lends the connection to the writer, which may have rows on their way while the caller makes others. Only {@link #pause},
     * {@link #flush} and {@link #close} give it back.
     */
    default void occupy() {}

    /** Whether the engine works on rows while others are made once the connection is lent, so that a thread of its own would gain nothing. */
    default boolean sendsAhead() {
        return false;
    }

    /** Frees the connection for other statements, and fails if rows that were sent are not taken. The next row occupies it again. */
    default void pause() throws SQLException {}

    /** Sends what is kept: afterwards every row is in the table as it was given, or this fails with the engine's words. */
    void flush() throws SQLException;

    /** Gives up what was not flushed. */
    @Override
    void close() throws SQLException;
}
