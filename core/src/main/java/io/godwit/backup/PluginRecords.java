package io.godwit.backup;

import io.godwit.dialect.Dialect;
import io.godwit.history.HistoryReader;
import io.godwit.history.HistoryTables;
import io.godwit.history.ObjectKind;
import io.godwit.history.OwnedObject;
import io.godwit.schema.Sequence;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.schema.View;
import io.godwit.transfer.TableExport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What goes with a plugin's tables into its backup: what the history says of it at that moment, and its views and sequences. For the
 * thread that owns the connection, inside a transaction that shows one moment.
 */
public final class PluginRecords {

    static final String OBJECTS = "definitions/objects.json";
    static final String ALL_MIGRATIONS = "history/all.jsonl";
    static final String HEAD = "history/head.txt";
    private static final String HISTORY = "history/";

    private final Dialect dialect;
    private final Connection connection;
    private final String pluginId;

    public PluginRecords(Dialect dialect, Connection connection, String pluginId) {
        this.dialect = dialect;
        this.connection = connection;
        this.pluginId = pluginId;
    }

    /** Writes them; the manifest lists them among its files. */
    public List<BackupEntry> write(BackupWriter file) throws IOException, SQLException {
        List<BackupEntry> entries = new ArrayList<>();
        List<BackupObject> objects = objects();
        entries.add(file.<SQLException>add(OBJECTS, out -> DefinitionJson.write(objects, out)));
        for (Table table : HistoryTables.ofPlugins()) {
            String condition = HistoryTables.isOf(dialect, table.name(), pluginId);
            TableExport export = new TableExport(dialect, connection, table, condition, Set.of());
            entries.add(file.<SQLException>add(entryName(table.name()), export::writeTo));
        }
        Table all = HistoryTables.allMigrations();
        TableExport export = new TableExport(dialect, connection, all);
        entries.add(file.<SQLException>add(ALL_MIGRATIONS, export::writeTo));
        String head = new HistoryReader(dialect, connection).head().hash();
        entries.add(file.add(HEAD, out -> out.write(head.getBytes(StandardCharsets.US_ASCII))));
        return entries;
    }

    static String entryName(TableName historyTable) {
        return HISTORY + historyTable.name().text().substring(HistoryTables.PREFIX.length()) + ".jsonl";
    }

    private List<BackupObject> objects() throws SQLException {
        List<BackupObject> objects = new ArrayList<>();
        for (OwnedObject owned : new HistoryReader(dialect, connection).objects()) {
            if ((pluginId.isEmpty() || owned.pluginId().equals(pluginId))
                    && owned.name().part().isEmpty()) {
                object(owned.name().kind(), TableName.parse(owned.name().object()), objects);
            }
        }
        return objects;
    }

    private void object(ObjectKind kind, TableName name, List<BackupObject> objects) throws SQLException {
        if (kind == ObjectKind.VIEW) {
            View view = dialect.introspector().view(connection, name).orElse(null);
            if (view != null) {
                objects.add(new BackupObject(kind, name, dialect.definitions().of(connection, view)));
            }
        } else if (kind == ObjectKind.SEQUENCE) {
            Sequence sequence =
                    dialect.introspector().sequence(connection, name).orElse(null);
            if (sequence != null) {
                objects.add(new BackupObject(kind, name, dialect.definitions().of(connection, sequence)));
            }
        }
    }
}
