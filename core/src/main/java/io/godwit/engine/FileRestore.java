package io.godwit.engine;

import io.godwit.backup.Backup;
import io.godwit.backup.BackupContent;
import io.godwit.backup.BackupManifest;
import io.godwit.backup.FileBackup;
import io.godwit.dialect.DatabaseFile;
import io.godwit.plan.Rendering;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** Puts the file of a whole database back, with the history that is in it; what came after it is gone but for an entry that says so. For one use. */
final class FileRestore {

    private final Session session;
    private final Backup backup;

    FileRestore(Session session, Backup backup) {
        this.session = session;
        this.backup = backup;
    }

    /** Whether the backup is such a file, and the engine takes it. */
    static boolean suits(Session session, Backup backup) {
        return backup.manifest().content() == BackupContent.FILE
                && session.dialect().file().isPresent();
    }

    RestorePlan plan() {
        BackupManifest manifest = backup.manifest();
        return new RestorePlan(
                backup.name(),
                manifest.pluginId(),
                manifest.version(),
                manifest.createdAt(),
                manifest.reason(),
                List.of(),
                List.of(),
                List.of("the whole database, with all plugins and the history"),
                List.of(),
                List.of(),
                List.of());
    }

    /** Wholly, or not at all; other connections may stay open. */
    RestorePlan carryOut(Rendering rendering, RunOptions options) throws IOException, SQLException {
        DatabaseFile file = session.dialect().file().orElseThrow();
        new FileBackup(file, session.connection()).restore(backup);
        new HistoryInstaller(session, rendering).install();
        new AuditNote(session, options)
                .write(List.of(new AuditNote.Line(
                        Action.Kind.RESTORE.toString(),
                        backup.manifest().pluginId(),
                        "done",
                        backup.name() + ": the database as a file, sha256 " + backup.sha256())));
        return plan();
    }
}
