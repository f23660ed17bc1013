package io.godwit.engine;

import io.godwit.backup.BackupPlace;
import io.godwit.backup.BackupRetention;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a run keeps backups. Immutable.
 *
 * @param place where they are kept; null for nowhere
 * @param taken whether one is taken before each migration that needs it
 * @param retention which are kept once another was taken
 */
public record BackupOptions(@Nullable BackupPlace place, boolean taken, BackupRetention retention) {

    /** No backup at all. */
    public static final BackupOptions NONE = new BackupOptions(null, false, BackupRetention.ALL);

    public BackupOptions {
        Objects.requireNonNull(retention, "retention");
    }
}
