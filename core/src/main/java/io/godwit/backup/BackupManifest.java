package io.godwit.backup;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a backup says of itself. Immutable.
 *
 * @param pluginId whose it is
 * @param version the plugin's version, or that of the migration before which it was written
 * @param engine the database's engine
 * @param engineVersion and its version
 * @param createdAt when it was begun, as ISO 8601 writes an instant
 * @param content what it is made of
 * @param reason why it was written, for people
 * @param migration the migration before which it was written; empty for none
 * @param run the run that wrote it
 * @param migrations the documents in it
 * @param tables the rows in it
 * @param files all other entries
 */
public record BackupManifest(
        String pluginId,
        String version,
        String engine,
        String engineVersion,
        String createdAt,
        BackupContent content,
        String reason,
        String migration,
        String run,
        List<BackupDocument> migrations,
        List<BackupTable> tables,
        List<BackupEntry> files) {

    public BackupManifest {
        Objects.requireNonNull(pluginId, "pluginId");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(engine, "engine");
        Objects.requireNonNull(engineVersion, "engineVersion");
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(migration, "migration");
        Objects.requireNonNull(run, "run");
        migrations = List.copyOf(migrations);
        tables = List.copyOf(tables);
        files = List.copyOf(files);
    }

    /**
     * The document of a migration that was applied. Immutable.
     *
     * @param id the migration
     * @param entry where its document is
     */
    public record BackupDocument(String id, BackupEntry entry) {

        public BackupDocument {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(entry, "entry");
        }
    }

    /** The reason of what is written when a plugin is taken out. */
    public static final String ARCHIVE = "archive";

    /** Whether it is what was left of a plugin that was taken out; such were all before there was a reason. */
    public boolean isArchive() {
        return reason.equals(ARCHIVE) || reason.isEmpty();
    }

    /** How many rows all tables have. */
    public long rows() {
        return tables.stream().mapToLong(BackupTable::rows).sum();
    }

    /** Every entry of the file but the manifest. */
    public List<BackupEntry> entries() {
        List<BackupEntry> entries = new ArrayList<>();
        migrations.forEach(document -> entries.add(document.entry()));
        for (BackupTable table : tables) {
            entries.add(table.entry());
            BackupEntry definition = table.definition();
            if (definition != null) {
                entries.add(definition);
            }
        }
        entries.addAll(files);
        return entries;
    }
}
