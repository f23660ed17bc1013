package io.godwit.engine;

import io.godwit.backup.Backup;
import io.godwit.backup.BackupContent;
import io.godwit.backup.BackupManifest;
import io.godwit.backup.BackupName;
import io.godwit.backup.BackupPlace;
import io.godwit.backup.BackupTable;
import io.godwit.backup.BackupWriter;
import io.godwit.backup.TableBackups;
import io.godwit.dialect.Dialect;
import io.godwit.dialect.Feature;
import io.godwit.failure.BackupFailedException;
import io.godwit.history.AuditEntry;
import io.godwit.plan.BackupNeed;
import io.godwit.plan.LiveSchema;
import io.godwit.plan.MigrationPlan;
import io.godwit.schema.Table;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * Takes the backup before one migration, of one moment of the database: it is on the disk, read back and in the audit trail before
 * the migration begins, or the migration does not begin. For one use.
 */
final class BackupBefore {

    private final Run run;
    private final List<MigrationPlan> migrations;
    private final MigrationPlan migration;
    private final BackupNeed need;
    private final BackupPlace place;
    private final String createdAt = Run.now();
    private final String name;

    /**
     * For a migration.
     *
     * @param migrations which of the plan have not run yet, the one that needs it as the last
     */
    BackupBefore(Run run, List<MigrationPlan> migrations, BackupNeed need, BackupPlace place) {
        this.run = run;
        this.migrations = List.copyOf(migrations);
        this.migration = migrations.get(migrations.size() - 1);
        this.need = need;
        this.place = place;
        this.name = BackupName.of(
                migration.migration().pluginId(),
                migration.migration().version().toString(),
                createdAt,
                UUID.randomUUID().toString());
    }

    /**
     * Takes it.
     *
     * @param result gets it
     * @return whether somebody else has written meanwhile
     * @throws BackupFailedException if it could not be written, or is not what was written
     */
    MigrationRun.Result take(RunResult result) {
        long started = System.nanoTime();
        run.tell(new ProgressEvent.BackupStarted(migration.id(), name, need.reason()));
        try {
            limit(Duration.ZERO);
            boolean[] stale = {false};
            new WorkTransaction(run.session(), List.of()).runInSnapshot(() -> {
                stale[0] = isStale();
                if (!stale[0]) {
                    TakenBackup taken = TakenBackup.of(written(), started);
                    record(taken);
                    result.backups().add(taken);
                }
            });
            limit(run.options().statementTimeout());
            if (stale[0]) {
                return MigrationRun.Result.STALE;
            }
        } catch (SQLException e) {
            throw failed(Words.of(e), e);
        }
        run.tell(result.backups().get(result.backups().size() - 1).event());
        return MigrationRun.Result.DONE;
    }

    /** A statement may take its time here: how long depends on the rows. */
    private void limit(Duration timeout) throws SQLException {
        if (!run.options().statementTimeout().isZero()) {
            run.session().limit(timeout);
        }
    }

    /** Where the transaction itself is the lock. */
    private boolean isStale() throws SQLException {
        return !run.session().dialect().supports(Feature.LOCK_CONNECTION) && !run.stillCurrent();
    }

    private Backup written() throws SQLException {
        try {
            return place.write(name, this::content);
        } catch (IOException e) {
            throw failed(Words.of(e), e);
        }
    }

    private void record(TakenBackup taken) throws SQLException {
        AuditEntry entry = run.next("backup", migration.migration(), "done", taken.detail());
        for (String statement : run.waiting().with(run.writer().audit(entry))) {
            run.session().update(statement);
        }
        run.waiting().written();
        run.committed(entry);
    }

    private BackupFailedException failed(String why, Exception cause) {
        return new BackupFailedException(
                "The backup before migration " + migration.id() + " could not be taken: " + why
                        + ". The migration was not begun: the database is as it was before it, and nothing is left of the"
                        + " backup. Make room, or give another place for backups, and run again.",
                cause);
    }

    private BackupManifest content(BackupWriter file) throws IOException, SQLException {
        Dialect dialect = run.session().dialect();
        List<Table> tables = tables();
        List<BackupTable> written = new TableBackups(
                        dialect,
                        run.session().connection(),
                        (table, rows) -> run.tell(new ProgressEvent.BackupProgress(name, table.toString(), rows)))
                .write(file, tables);
        return new BackupManifest(
                migration.migration().pluginId(),
                migration.migration().version().toString(),
                dialect.engine(),
                dialect.version(),
                createdAt,
                BackupContent.TABLES,
                need.reason(),
                migration.id(),
                run.id(),
                List.of(),
                written,
                List.of());
    }

    private List<Table> tables() throws SQLException {
        Dialect dialect = run.session().dialect();
        LiveSchema live = new LiveSchema(dialect.introspector(), run.session().connection());
        List<Table> tables = new BackupTables(live, run.reader()).of(migrations);
        if (!tables.isEmpty()) {
            List<String> names = tables.stream()
                    .map(table -> dialect.syntax().table(table.name()))
                    .toList();
            for (String statement : dialect.transactions().steadily(names)) {
                run.session().execute(statement);
            }
        }
        return tables;
    }
}
