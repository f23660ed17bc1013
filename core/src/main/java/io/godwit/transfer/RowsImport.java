package io.godwit.transfer;

import io.godwit.archive.PackagedTable;
import io.godwit.archive.RowFileFormat;
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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Brings rows into tables that are there: those that others refer to first, each value as it was. Rows stream, so that memory does not grow
 * with them. For the thread that owns the connection.
 */
public final class RowsImport {

    private final Dialect dialect;
    private final Connection connection;
    private final TableRows rows;
    private final OnConflict onConflict;
    private final List<Part> parts = new ArrayList<>();

    /** One table. */
    private record Part(PackagedTable file, TableLoad load) {}

    /** Is told how many rows of a table are there. */
    public interface Progress {
        void loaded(TableName table, long rows);
    }

    private RowsImport(Dialect dialect, Connection connection, TableRows rows, OnConflict onConflict) {
        this.dialect = dialect;
        this.connection = connection;
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
        RowsImport made = new RowsImport(dialect, connection, rows, onConflict);
        made.prepare(tables);
        return made;
    }

    private void prepare(Tables live) throws SQLException {
        List<String> problems = new ArrayList<>();
        Map<TableName, PackagedTable> files = new HashMap<>();
        Map<TableName, TargetColumns> columns = new HashMap<>();
        List<Table> tables = new ArrayList<>();
        for (PackagedTable file : rows.tables()) {
            if (!format(file).isExact()) {
                problems.add("the rows of " + file.name() + " were written for a spreadsheet, and not as they are:"
                        + " export them as csv or jsonl");
            }
            Optional<Table> found = live.table(file.name());
            if (found.isEmpty()) {
                problems.add("there is no table " + file.name());
                continue;
            }
            Table table = found.get();
            columns.put(table.name(), TargetColumns.of(file, table, problems));
            if (files.put(table.name(), file) != null) {
                problems.add("the rows of two tables would go into " + table.name());
            } else {
                tables.add(table);
            }
        }
        refuse(problems);
        for (ImportOrder.Arrival arrival : ImportOrder.of(dialect, tables)) {
            TableName name = arrival.table().name();
            TargetColumns found = columns.get(name);
            if (!arrival.deferred().isEmpty()) {
                requireKey(arrival.table(), found, problems);
            }
            parts.add(new Part(
                    files.get(name),
                    new TableLoad(
                            dialect,
                            connection,
                            arrival,
                            found,
                            found.key(arrival.table()),
                            parts.size() + 1,
                            format(files.get(name)))));
        }
        refuse(problems);
    }

    private static RowFileFormat format(PackagedTable file) {
        return RowFileFormat.ofName(file.file()).orElse(RowFileFormat.JSON_LINES);
    }

    private static void requireKey(Table table, TargetColumns columns, List<String> problems) {
        if (columns.key(table).isEmpty()) {
            problems.add(table.name() + " " + TableLoad.NO_KEY);
        }
    }

    private static void refuse(List<String> problems) {
        if (!problems.isEmpty()) {
            throw new PlanRefusedException(
                    "The rows cannot be imported:\n  " + String.join("\n  ", problems) + "\nNothing was imported.");
        }
    }

    /**
     * Brings all of it in, inside the caller's transaction.
     *
     * @return what became of the rows, by the name that the file gives their table
     * @throws IOException if a file is not what it was, or holds what no export writes
     */
    public Map<TableName, LoadedTable> load(Progress progress) throws IOException, SQLException {
        Map<TableName, LoadedTable> loaded = new LinkedHashMap<>();
        for (Part part : parts) {
            LoadedTable done;
            try (InputStream in = rows.open(part.file())) {
                done = part.load().load(in, onConflict);
            }
            long all = done.inserted() + done.updated() + done.skipped();
            if (all != part.file().rows()) {
                throw new IOException("there are " + all + " rows of "
                        + part.file().name() + ", and " + part.file().rows() + " in the manifest");
            }
            loaded.put(part.file().name(), done);
            progress.loaded(part.file().name(), all);
        }
        for (Part part : parts) {
            part.load().complete();
        }
        for (Part part : parts) {
            part.load().moveOn();
        }
        return loaded;
    }
}
