package io.godwit.engine;

import io.godwit.backup.Backup;
import io.godwit.backup.BackupContent;
import io.godwit.backup.BackupEntry;
import io.godwit.backup.BackupManifest;
import io.godwit.backup.BackupPlace;
import io.godwit.backup.BackupTable;
import io.godwit.backup.BackupWriter;
import io.godwit.backup.PluginRecords;
import io.godwit.backup.TableBackups;
import io.godwit.failure.BackupFailedException;
import io.godwit.failure.PlanRefusedException;
import io.godwit.history.AuditEntry;
import io.godwit.history.HistoryReader;
import io.godwit.migration.Migration;
import io.godwit.plan.Finding;
import io.godwit.plan.LiveSchema;
import io.godwit.plan.MigrationPlan;
import io.godwit.plan.Plan;
import io.godwit.plan.Severity;
import io.godwit.plan.TouchedTables;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes a plugin's rows and documents into the host's store before they go, reads the file back, and records it. Inside the
 * transaction that the caller has begun, so that one moment of the database is in it. For one use.
 */
final class PluginBackup {

    private final Run run;
    private final Plan plan;
    private final List<MigrationPlan> migrations;
    private final BackupPlace place;

    /**
     * For a plan that takes a plugin out.
     *
     * @throws PlanRefusedException if the host has no place for backups
     */
    PluginBackup(Run run, Plan plan) {
        BackupPlace there = run.options().backups().place();
        if (there == null) {
            throw new PlanRefusedException(
                    "There is no place for the archive: give Godwit a backup store. Nothing was changed.");
        }
        this.run = run;
        this.plan = plan;
        this.migrations = plan.migrations();
        this.place = there;
    }

    /** Writes it; what is found has to go into the report. */
    Finding write() throws SQLException {
        long started = System.nanoTime();
        String createdAt = Run.now();
        Migration newest = newest();
        String name = place.name(newest.pluginId(), newest.version().toString(), createdAt, run.id());
        Backup backup;
        try {
            backup = place.write(name, file -> manifest(file, name, createdAt));
        } catch (IOException e) {
            throw new BackupFailedException(
                    "The archive " + name + " could not be written: " + Words.of(e)
                            + ". Nothing was changed in the database."
                            + " Make room, or give another place for backups, and run again.",
                    e);
        }
        TakenBackup taken = TakenBackup.of(backup, started);
        run.tell(taken.event());
        record(taken.detail());
        return new Finding("archived", Severity.INFO, migrations.get(0).id(), "", "the rows are in " + taken, "");
    }

    /** The way back begins with the newest. */
    private Migration newest() {
        return migrations.get(0).migration();
    }

    private void record(String what) throws SQLException {
        run.session().reached("backup written");
        AuditEntry entry = run.next("archive", newest().pluginId(), what);
        run.session().update(run.writer().audit(entry));
        run.committed(entry);
    }

    private BackupManifest manifest(BackupWriter file, String name, String createdAt) throws IOException, SQLException {
        List<BackupManifest.BackupDocument> documents = new ArrayList<>();
        for (Map.Entry<String, String> document : documents().entrySet()) {
            BackupEntry entry = file.add("migrations/" + document.getKey() + ".json", document.getValue());
            documents.add(new BackupManifest.BackupDocument(document.getKey(), entry));
        }
        List<BackupTable> tables = new TableBackups(
                        run.session().dialect(),
                        run.session().connection(),
                        (table, rows) -> run.tell(new ProgressEvent.BackupProgress(name, table.toString(), rows)))
                .write(file, lockedTables());
        List<BackupEntry> records =
                new PluginRecords(run.session().dialect(), run.session().connection(), newest().pluginId()).write(file);
        return new BackupManifest(
                newest().pluginId(),
                newest().version().toString(),
                plan.engine(),
                plan.version(),
                createdAt,
                BackupContent.TABLES,
                BackupManifest.ARCHIVE,
                "",
                run.id(),
                documents,
                tables,
                records);
    }

    private Map<String, String> documents() throws SQLException {
        HistoryReader reader = run.reader();
        return reader.documents(migrations.stream().map(MigrationPlan::id).toList());
    }

    private List<Table> lockedTables() throws SQLException {
        LiveSchema live = new LiveSchema(
                run.session().dialect().introspector(), run.session().connection());
        List<Table> tables = new ArrayList<>();
        for (TableName name : TouchedTables.of(migrations)) {
            live.table(name).ifPresent(tables::add);
        }
        if (!tables.isEmpty()) {
            List<String> names = tables.stream()
                    .map(table -> run.session().dialect().syntax().table(table.name()))
                    .toList();
            for (String statement : run.session().dialect().transactions().exclusively(names)) {
                run.session().execute(statement);
            }
        }
        return tables;
    }
}
