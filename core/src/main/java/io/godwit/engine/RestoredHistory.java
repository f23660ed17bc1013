package io.godwit.engine;

import io.godwit.backup.RestoreSource;
import io.godwit.dialect.Dialect;
import io.godwit.history.HistoryTables;
import io.godwit.schema.Name;
import io.godwit.schema.Table;
import io.godwit.transfer.RowReader;
import io.godwit.transfer.TableImport;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the history said of a plugin when a backup was taken. For one use. */
final class RestoredHistory {

    private final RestoreSource source;
    private final Map<String, List<Map<String, String>>> rows = new HashMap<>();
    private final Set<String> all = new HashSet<>();

    private RestoredHistory(RestoreSource source) {
        this.source = source;
    }

    static RestoredHistory of(RestoreSource source) throws IOException, SQLException {
        RestoredHistory history = new RestoredHistory(source);
        source.history((table, in) -> {
            List<Map<String, String>> read =
                    history.rows.computeIfAbsent(table.name().name().text(), any -> new ArrayList<>());
            new RowReader(table.columns()).read(in, values -> read.add(named(table, values)));
        });
        history.all.addAll(source.allMigrations());
        return history;
    }

    private static Map<String, String> named(Table table, @Nullable Object[] values) {
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < values.length; i++) {
            row.put(table.columns().get(i).name().text(), String.valueOf(values[i]));
        }
        return row;
    }

    private List<Map<String, String>> rows(String table) {
        return rows.getOrDefault(HistoryTables.PREFIX + table, List.of());
    }

    /** The plugin's migrations, in the order of the history. */
    List<String> migrations() {
        Map<Long, String> sorted = new TreeMap<>();
        rows("migration").forEach(row -> sorted.put(Long.valueOf(row.get("seq")), row.get("migration_id")));
        return List.copyOf(sorted.values());
    }

    /** Whether a migration of any plugin was applied then. */
    boolean knew(String migrationId) {
        return all.contains(migrationId);
    }

    /** The whole tables, views and sequences that were the plugin's. */
    Set<String> objects(String pluginId) {
        Set<String> objects = new HashSet<>();
        for (Map<String, String> row : rows("object")) {
            boolean whole = row.get("part").isEmpty() && row.get("dropped_by").isEmpty();
            if (whole && (pluginId.isEmpty() || row.get("plugin_id").equals(pluginId))) {
                objects.add(row.get("kind") + " " + row.get("object"));
            }
        }
        return objects;
    }

    /** Puts the rows in the place of those that are there; inside the transaction that the caller has begun. */
    void write(Session session, String pluginId) throws SQLException, IOException {
        Dialect dialect = session.dialect();
        List<Table> tables = new ArrayList<>(HistoryTables.ofPlugins());
        tables.sort((one, other) -> other.name().compareTo(one.name()));
        // What hangs on the rows of the migrations goes before them.
        tables.sort((one, other) -> Boolean.compare(isOfMigrations(one), isOfMigrations(other)));
        for (Table table : tables) {
            session.update("DELETE FROM " + dialect.syntax().table(table.name()) + " WHERE "
                    + HistoryTables.isOf(dialect, table.name(), pluginId));
        }
        source.history((table, in) ->
                new TableImport(dialect, session.connection(), table.name(), table.columns()).readFrom(in));
    }

    private static boolean isOfMigrations(Table table) {
        return table.name().name().equals(Name.of(HistoryTables.PREFIX + "migration"));
    }
}
