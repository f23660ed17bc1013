package io.godwit;

import io.godwit.backup.Backup;
import io.godwit.backup.BackupPlace;
import io.godwit.backup.StoredBackup;
import io.godwit.engine.Runner;
import io.godwit.engine.TakenBackup;
import io.godwit.failure.BackupFailedException;
import io.godwit.failure.PlanRefusedException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The backups of a host, in the place that {@link GodwitBuilder#backups} has given. Thread-safe as its store is. */
public final class Backups {

    private final @Nullable BackupPlace place;
    private final Runner runner;

    Backups(@Nullable BackupPlace place, Runner runner) {
        this.place = place;
        this.runner = runner;
    }

    /**
     * Takes one of a plugin now: its tables, or the database's file where it is one.
     *
     * @throws BackupFailedException if it could not be taken
     */
    public TakenBackup take(String pluginId) {
        return runner.backup(pluginId);
    }

    /** As {@link #take}, of all plugins. */
    public TakenBackup takeAll() {
        return runner.backup("");
    }

    /** All that are there, the oldest first; none is opened. */
    public List<StoredBackup> list() {
        return place().list();
    }

    /**
     * Reads one through and compares it with its manifest.
     *
     * @throws BackupFailedException if it is not there, or not whole
     */
    public Backup verify(String name) {
        return place().verified(name);
    }

    private BackupPlace place() {
        BackupPlace there = place;
        if (there == null) {
            throw new PlanRefusedException("There is no place for backups: give Godwit one"
                    + " (.backups(BackupStore.directory(...))). Nothing was changed.");
        }
        return there;
    }
}
