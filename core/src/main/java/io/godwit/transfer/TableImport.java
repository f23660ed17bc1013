package io.godwit.transfer;

import io.godwit.dialect.BulkLoader;
import io.godwit.dialect.Dialect;
import io.godwit.dialect.RowTarget;
import io.godwit.dialect.RowWriter;
import io.godwit.schema.Column;
import io.godwit.schema.TableName;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Puts rows that {@link TableExport} wrote into a table, each value as it was. Rows stream: memory does not grow with their number.
 * For the thread that owns the connection.
 */
public final class TableImport {

    private final RowReader reader;
    private final BulkLoader loader;
    private final RowTarget target;

    /**
     * An import into one table.
     *
     * @param table to put the rows into
     * @param columns those that the rows have, with their types
     */
    public TableImport(Dialect dialect, Connection connection, TableName table, List<Column> columns) {
        this.reader = new RowReader(columns);
        this.loader = dialect.loader();
        this.target = RowTarget.of(dialect, connection, table, columns);
    }

    /**
     * Reads all rows, and leaves the stream open.
     *
     * @return how many there were
     * @throws IOException also if they are not what an export writes
     */
    public long readFrom(InputStream in) throws IOException, SQLException {
        try (RowWriter writer = loader.writer(target)) {
            long rows = reader.read(in, writer::add);
            writer.flush();
            return rows;
        }
    }
}
