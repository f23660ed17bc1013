package io.godwit.transfer;

import io.godwit.archive.PackagedTable;
import io.godwit.archive.TableFiles;
import io.godwit.archive.TableRows;
import io.godwit.dialect.Dialect;
import io.godwit.failure.PlanRefusedException;
import io.godwit.migration.OnConflict;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Brings rows into tables that are there: those that others refer to first, each value as it was. Rows stream, so that memory does not grow
 * with them. For the thread that owns the connection.
 */
public final class RowsImport {

    private final TableRows rows;
    private final OnConflict onConflict;
    private final List<Part> parts = new ArrayList<>();

    /** One table. */
    private record Part(PackagedTable file, TableLoad load) {}

    /** Is told how many rows of a table are there. */
    public interface Progress {
        void loaded(TableName table, long rows);
    }

    private RowsImport(TableRows rows, OnConflict onConflict) {
        this.rows = rows;
        this.onConflict = onConflict;
    }

    /** The live tables. */
    public interface Tables {
        Optional<Table> table(TableName name) throws SQLException;
    }

    /**
     * Looks for the tables and what stands against an import; changes nothing.
     *
     * @throws PlanRefusedException with all that does
     */
    public static RowsImport of(
            Dialect dialect, Connection connection, TableRows rows, OnConflict onConflict, Tables tables)
            throws SQLException {
        RowsImport made = new RowsImport(rows, onConflict);
        for (AwaitedTable table : AwaitedTable.of(dialect, rows, tables::table)) {
            made.parts.add(new Part(table.file(), new TableLoad(dialect, connection, table)));
        }
        return made;
    }

    /**
     * Brings all of it in, inside the caller's transaction.
     *
     * @return what became of the rows, by the name that the file gives their table
     * @throws IOException if a file is not what it was, or holds what no export writes
     */
    public Map<TableName, LoadedTable> load(Progress progress) throws IOException, SQLException {
        Map<TableName, LoadedTable> loaded = new LinkedHashMap<>();
        try (TableFiles files = rows.files()) {
            for (Part part : parts) {
                LoadedTable done = load(part, files);
                loaded.put(part.file().name(), done);
                progress.loaded(part.file().name(), part.file().rows());
            }
        }
        for (Part part : parts) {
            part.load().complete();
        }
        for (Part part : parts) {
            part.load().moveOn();
        }
        return loaded;
    }

    private LoadedTable load(Part part, TableFiles files) throws IOException, SQLException {
        LoadedTable done;
        try (InputStream in = files.open(part.file())) {
            done = part.load().load(in, onConflict);
        }
        part.file().checkRows(done.inserted() + done.updated() + done.skipped());
        return done;
    }
}
