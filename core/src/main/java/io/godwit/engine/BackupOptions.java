package io.godwit.engine;

import io.godwit.backup.BackupPlace;
import org.jspecify.annotations.Nullable;

/**
 * How a run keeps backups. Immutable.
 *
 * @param place where they are kept; null for nowhere
 * @param taken whether one is taken before each migration that needs it
 */
public record BackupOptions(@Nullable BackupPlace place, boolean taken) {

    /** No backup at all. */
    public static final BackupOptions NONE = new BackupOptions(null, false);
}
