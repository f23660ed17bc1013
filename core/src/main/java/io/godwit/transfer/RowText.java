package io.godwit.transfer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Writes rows of a result as text; closing it ends the text and leaves the stream open. For one thread. */
interface RowText extends AutoCloseable {

    /**
     * Writes one row.
     *
     * @param row stands on it
     * @throws UncheckedIOException if it cannot be written
     */
    void write(ResultSet row) throws SQLException;

    /** How many rows are written. */
    long rows();

    @Override
    void close() throws IOException;
}
