package io.godwit.transfer;

import io.godwit.archive.RowFileFormat;
import io.godwit.schema.Column;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads rows that {@link TableExport} wrote, one after the other. Immutable. */
public interface RowSource {

    /** Takes one row: a value for each column, in the words of {@link io.godwit.dialect.BulkLoader}. */
    interface RowTaker {
        void take(@Nullable Object[] values) throws SQLException;
    }

    /**
     * Reads all rows, and leaves the stream open.
     *
     * @return how many there were
     * @throws IOException also if they are not what an export writes
     */
    long read(InputStream in, RowTaker taker) throws IOException, SQLException;

    /**
     * The reader of a file.
     *
     * @param columns those that the rows have, with their types
     */
    static RowSource of(RowFileFormat format, List<Column> columns) {
        return format == RowFileFormat.JSON_LINES ? new RowReader(columns) : new CsvReading(columns);
    }
}
