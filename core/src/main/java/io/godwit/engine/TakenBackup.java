package io.godwit.engine;

import io.godwit.backup.Backup;
import io.godwit.backup.BackupContent;
import java.time.Duration;
import java.util.Objects;

/**
 * A backup that a run has taken, and read back. Immutable.
 *
 * @param name its name in the store
 * @param migration the migration before which it was taken; empty for none
 * @param content what it is made of
 * @param tables how many tables it holds, if it holds tables
 * @param rows how many rows it holds, if it holds tables
 * @param bytes how long its file is
 * @param sha256 of its file, in hexadecimal
 * @param duration how long it took, with reading it back
 */
public record TakenBackup(
        String name,
        String migration,
        BackupContent content,
        int tables,
        long rows,
        long bytes,
        String sha256,
        Duration duration) {

    public TakenBackup {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(migration, "migration");
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(sha256, "sha256");
        Objects.requireNonNull(duration, "duration");
    }

    static TakenBackup of(Backup backup, long startedNanos) {
        return new TakenBackup(
                backup.name(),
                backup.manifest().migration(),
                backup.manifest().content(),
                backup.manifest().tables().size(),
                backup.manifest().rows(),
                backup.bytes(),
                backup.sha256(),
                Duration.ofNanos(System.nanoTime() - startedNanos));
    }

    ProgressEvent event() {
        return new ProgressEvent.BackupWritten(name, content, tables, rows, bytes);
    }

    /** Such as {@code crm-1.godwit-backup.zip: 2 tables, 10 rows}, for people. */
    @Override
    public String toString() {
        return name + ": "
                + (content == BackupContent.TABLES
                        ? counted(tables, "table") + ", " + counted(rows, "row")
                        : "the database as a " + content);
    }

    /** For the audit trail. */
    String detail() {
        return this + ", " + counted(bytes, "byte") + ", sha256 " + sha256;
    }

    private static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
