package io.godwit.backup;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which backups of a plugin are kept once another was taken: those that any of its rules keeps, and the new one in any case. Immutable.
 *
 * @param last how many of the newest are kept; 0 for no such rule
 * @param time how long each is kept; null for no such rule
 * @param archives whether archives of uninstalled plugins go too; they stay unless told
 */
public record BackupRetention(int last, @Nullable Duration time, boolean archives) {

    /** Everything is kept. */
    public static final BackupRetention ALL = new BackupRetention(0, null, false);

    public BackupRetention {
        if (last < 0) {
            throw new IllegalArgumentException("the number of backups that are kept is not negative");
        }
    }

    /** Keeps the newest. */
    public static BackupRetention last(int count) {
        return new BackupRetention(count, null, false);
    }

    /** Keeps each for a time. */
    public static BackupRetention within(Duration time) {
        return new BackupRetention(0, Objects.requireNonNull(time, "time"), false);
    }

    /** The same, keeping the newest too. */
    public BackupRetention orLast(int count) {
        return new BackupRetention(count, time, archives);
    }

    /** The same for archives of uninstalled plugins. */
    public BackupRetention withArchives() {
        return new BackupRetention(last, time, true);
    }

    /** Whether anything is ever removed. */
    public boolean removes() {
        return last > 0 || time != null;
    }
}
