package io.godwit.backup;

import io.godwit.dialect.TableDefinition;
import io.godwit.history.HistoryTables;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.transfer.RowReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a backup of tables says of how they were: their definitions, the views and sequences, and the history. All of it is small
 * beside the rows, which stay in the file. Immutable.
 */
public final class RestoreSource {

    private final Backup backup;
    private final Map<BackupTable, TableDefinition> definitions = new LinkedHashMap<>();
    private final List<BackupObject> objects;

    private RestoreSource(Backup backup, List<BackupObject> objects) {
        this.backup = backup;
        this.objects = List.copyOf(objects);
    }

    /**
     * Reads it.
     *
     * @throws IOException if it is damaged, or was written before backups told how tables are made
     */
    public static RestoreSource of(Backup backup) throws IOException {
        RestoreSource source = new RestoreSource(backup, read(backup));
        for (BackupTable table : backup.manifest().tables()) {
            BackupEntry definition = table.definition();
            if (definition == null) {
                throw new IOException("it has the rows of " + table.name() + ", but not how the table is made");
            }
            source.definitions.put(table, DefinitionJson.definition(bytes(backup, definition)));
        }
        return source;
    }

    private static List<BackupObject> read(Backup backup) throws IOException {
        Optional<BackupEntry> objects = entry(backup, PluginRecords.OBJECTS);
        return objects.isEmpty() ? List.of() : DefinitionJson.objects(bytes(backup, objects.get()));
    }

    private static Optional<BackupEntry> entry(Backup backup, String name) {
        return backup.manifest().files().stream()
                .filter(file -> file.name().equals(name))
                .findFirst();
    }

    private static ByteArrayInputStream bytes(Backup backup, BackupEntry entry) throws IOException {
        return new ByteArrayInputStream(backup.text(entry).getBytes(StandardCharsets.UTF_8));
    }

    public Backup backup() {
        return backup;
    }

    /** The tables, in the order of the file. */
    public List<BackupTable> tables() {
        return List.copyOf(definitions.keySet());
    }

    /** How one of them is made. */
    public TableDefinition definition(BackupTable table) {
        return definitions.get(table);
    }

    /** The plugin's views and sequences. */
    public List<BackupObject> objects() {
        return objects;
    }

    /** Takes the rows of one entry. */
    public interface HistoryReading {
        void read(Table historyTable, InputStream rows) throws IOException, SQLException;
    }

    /** What the history said, table by table. */
    public void history(HistoryReading reader) throws IOException, SQLException {
        for (Table table : HistoryTables.ofPlugins()) {
            String name = PluginRecords.entryName(table.name());
            backup.read(entry -> entry.name().equals(name), (entry, rows) -> reader.read(table, rows));
        }
    }

    /** Every migration that was in the history, of whatever plugin. */
    public Set<String> allMigrations() throws IOException, SQLException {
        Set<String> ids = new HashSet<>();
        RowReader rows = new RowReader(HistoryTables.allMigrations().columns());
        backup.read(
                entry -> entry.name().equals(PluginRecords.ALL_MIGRATIONS),
                (entry, in) -> rows.read(in, values -> ids.add(String.valueOf(values[0]))));
        return ids;
    }

    /** The hash of the audit trail's newest entry when it was taken; empty if it does not say. */
    public String head() throws IOException, SQLException {
        StringBuilder head = new StringBuilder();
        backup.read(
                entry -> entry.name().equals(PluginRecords.HEAD),
                (entry, in) -> head.append(new String(in.readAllBytes(), StandardCharsets.US_ASCII)));
        return head.toString();
    }

    /** Whether it has a table of that name. */
    public boolean has(TableName table) {
        return definitions.keySet().stream().anyMatch(one -> one.name().equals(table));
    }

    /** The names of its tables. */
    public List<TableName> names() {
        List<TableName> names = new ArrayList<>();
        definitions.keySet().forEach(table -> names.add(table.name()));
        return names;
    }
}
