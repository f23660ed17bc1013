package io.godwit.engine;

import io.godwit.backup.BackupExpiry;
import io.godwit.backup.BackupPlace;
import io.godwit.backup.BackupRetention;
import io.godwit.history.AuditEntry;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Removes the backups that the host does not keep, and records it. What fails here fails no migration. */
final class BackupRemoval {

    private static final System.Logger LOG = System.getLogger(BackupRemoval.class.getName());

    private final Run run;

    BackupRemoval(Run run) {
        this.run = run;
    }

    /** Those of a plugin, now that there is a newer one that was verified. */
    void after(TakenBackup taken, String pluginId) throws SQLException {
        BackupPlace place = run.options().backups().place();
        BackupRetention retention = run.options().backups().retention();
        if (place == null || !retention.removes()) {
            return;
        }
        try {
            List<String> expired = new BackupExpiry(place, retention, known(pluginId)).of(pluginId, taken.name());
            for (String name : expired) {
                place.store().delete(name);
                record(pluginId, name);
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "backups that are not kept could not be removed: " + Words.of(e));
        }
    }

    /** Those that the audit trail tells of: another database may keep its own in the same place. */
    private Set<String> known(String pluginId) throws SQLException {
        return run.reader().audit().stream()
                .filter(entry -> entry.outcome().equals("done")
                        && entry.pluginId().equals(pluginId)
                        && (entry.action().equals("backup") || entry.action().equals("archive")))
                .map(entry -> entry.detail().replaceFirst(":.*", ""))
                .collect(Collectors.toSet());
    }

    private void record(String pluginId, String name) throws SQLException {
        AuditEntry entry = run.next("remove-backup", pluginId, "", "done", name);
        new SmallTransaction(run.session()).run(run.waiting().with(run.writer().audit(entry)));
        run.waiting().written();
        run.committed(entry);
    }
}
