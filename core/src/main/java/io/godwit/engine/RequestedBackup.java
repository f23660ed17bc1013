package io.godwit.engine;

import io.godwit.backup.BackupPlace;
import io.godwit.dialect.Feature;
import io.godwit.failure.BackupFailedException;
import io.godwit.failure.PlanRefusedException;
import io.godwit.history.AppliedMigration;
import io.godwit.history.History;
import io.godwit.plan.Rendering;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A backup that somebody asked for. For one use, under the lock. */
final class RequestedBackup {

    private final Session session;
    private final Rendering rendering;
    private final RunOptions options;
    private final String pluginId;
    private final BackupPlace place;
    private @Nullable TakenBackup taken;

    RequestedBackup(Session session, Rendering rendering, RunOptions options, String pluginId) {
        BackupPlace there = options.backups().place();
        if (there == null) {
            throw new PlanRefusedException("There is no place for backups: give Godwit one"
                    + " (.backups(BackupStore.directory(...))). Nothing was changed.");
        }
        this.session = session;
        this.rendering = rendering;
        this.options = options;
        this.pluginId = pluginId;
        this.place = there;
    }

    void take() throws SQLException {
        History history = new HistoryInstaller(session, rendering).install();
        String version = version(history);
        Run run = new Run(session, rendering, options, history.head(), false);
        if (!session.dialect().supports(Feature.SINGLE_WRITER)) {
            run.begin();
        }
        BackupSubject subject = new BackupSubject(
                pluginId, version, "", "asked for", live -> new BackupTables(live, run.reader()).ofPlugins(pluginId));
        try {
            TakenBackup backup = new SnapshotBackup(run, place, subject)
                    .take()
                    .orElseThrow(() -> new PlanRefusedException(
                            "Another run has written meanwhile. Nothing was changed. Try again."));
            new BackupRemoval(run).after(backup, pluginId);
            taken = backup;
        } catch (IOException e) {
            throw failed(Words.of(e), e);
        } catch (SQLException e) {
            throw failed(Words.of(e), e);
        }
    }

    TakenBackup taken() {
        TakenBackup backup = taken;
        if (backup == null) {
            throw new IllegalStateException("it was not taken");
        }
        return backup;
    }

    private String version(History history) {
        if (pluginId.isEmpty()) {
            return "";
        }
        List<AppliedMigration> applied = history.ofPlugin(pluginId);
        return applied.stream()
                .map(AppliedMigration::version)
                .max(Comparator.naturalOrder())
                .orElseThrow(() -> new PlanRefusedException(
                        "Nothing of plugin '" + pluginId + "' is applied. Nothing was changed."))
                .toString();
    }

    private static BackupFailedException failed(String why, Exception cause) {
        return new BackupFailedException(
                "The backup could not be taken: " + why + ". Nothing of it is left, and nothing was changed in the"
                        + " database. Make room, or give another place for backups, and try again.",
                cause);
    }
}
