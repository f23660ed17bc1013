package io.godwit.engine;

import io.godwit.backup.BackupPlace;
import io.godwit.backup.BackupRetention;
import io.godwit.backup.DumpTool;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a run keeps backups. Immutable.
 *
 * @param place where they are kept; null for nowhere
 * @param taken whether one is taken before each migration that needs it
 * @param retention which are kept once another was taken
 * @param dump what writes a backup of the whole database; null for Godwit itself
 * @param serverFolder the folder on the server's machine into which the server itself writes backups; empty where it does not
 */
public record BackupOptions(
        @Nullable BackupPlace place,
        boolean taken,
        BackupRetention retention,
        @Nullable DumpTool dump,
        String serverFolder) {

    /** No backup at all. */
    public static final BackupOptions NONE = new BackupOptions(null, false, BackupRetention.ALL, null, "");

    public BackupOptions {
        Objects.requireNonNull(retention, "retention");
        Objects.requireNonNull(serverFolder, "serverFolder");
    }

    /** Whether backups are made by somebody else, who has a moment of the database of his own. */
    boolean apart() {
        return dump != null || !serverFolder.isEmpty();
    }
}
