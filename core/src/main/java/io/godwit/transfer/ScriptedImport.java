package io.godwit.transfer;

import io.godwit.archive.TableFiles;
import io.godwit.archive.TableRows;
import io.godwit.changelog.ScriptedRows;
import io.godwit.dialect.Dialect;
import io.godwit.dialect.SchemaView;
import io.godwit.dialect.Statement;
import io.godwit.schema.TableName;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Rows as statements of a script, in the order and with the manners of {@link RowsImport}: they win over rows that have the same primary
 * key. Rows stream. For one use.
 */
public final class ScriptedImport implements ScriptedRows {

    private final TableRows rows;
    private final String pluginId;
    private final String origin;
    private final List<ScriptedTable> tables;

    private ScriptedImport(TableRows rows, String pluginId, String origin, List<ScriptedTable> tables) {
        this.rows = rows;
        this.pluginId = pluginId;
        this.origin = origin;
        this.tables = tables;
    }

    /**
     * Looks for the tables and what stands against it.
     *
     * @param schema when the rows come
     * @param fresh tables that surely have no rows then, as the engine knows them
     * @param pluginId whose rows; empty for several plugins'
     * @param origin what the audit trail says of where they come from; may be empty
     * @throws io.godwit.failure.PlanRefusedException with all that does
     */
    public static ScriptedImport of(
            Dialect dialect, TableRows rows, SchemaView schema, Set<TableName> fresh, String pluginId, String origin) {
        try {
            List<ScriptedTable> tables = AwaitedTable.of(dialect, rows, schema::table).stream()
                    .map(table -> new ScriptedTable(
                            dialect,
                            table,
                            fresh.contains(dialect.known(table.table().name()))))
                    .toList();
            return new ScriptedImport(rows, pluginId, origin, tables);
        } catch (SQLException never) {
            throw new IllegalStateException("a schema that is known asks nobody", never);
        }
    }

    @Override
    public String pluginId() {
        return pluginId;
    }

    @Override
    public String detail() {
        return tables.stream()
                        .map(table -> table.awaited().file().name() + ": "
                                + table.awaited().file().rows())
                        .collect(Collectors.joining("; "))
                + origin;
    }

    @Override
    public long rows() {
        return tables.stream().mapToLong(table -> table.awaited().file().rows()).sum();
    }

    @Override
    public List<String> head() {
        List<String> lines = new ArrayList<>();
        lines.add(
                rows() + " rows of " + tables.size() + " tables, which win over rows that have the same primary key:");
        tables.forEach(table -> lines.add("  " + table.awaited().file().name() + ": "
                + table.awaited().file().rows() + " rows, digest "
                + table.awaited().file().digest()
                + (table.awaited().file().leftOut().isEmpty()
                        ? ""
                        : ", without what is sensitive: "
                                + String.join(", ", table.awaited().file().leftOut()))));
        return lines;
    }

    @Override
    public void writeTo(Taker taker) throws IOException {
        try (TableFiles files = rows.files()) {
            for (ScriptedTable table : tables) {
                try (InputStream in = files.open(table.awaited().file())) {
                    table.load(in, taker);
                }
            }
        }
        for (ScriptedTable table : tables) {
            table.complete(taker);
        }
        for (ScriptedTable table : tables) {
            table.moveOn(taker);
        }
    }

    @Override
    public List<Statement> questions() {
        return tables.stream().map(ScriptedTable::question).toList();
    }
}
