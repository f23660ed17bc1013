package io.godwit.engine;

import io.godwit.failure.BackupFailedException;
import io.godwit.failure.PlanRefusedException;
import io.godwit.history.AuditEntry;
import io.godwit.history.HistoryReader;
import io.godwit.plan.Finding;
import io.godwit.plan.LiveSchema;
import io.godwit.plan.MigrationPlan;
import io.godwit.plan.Plan;
import io.godwit.plan.Severity;
import io.godwit.plan.TouchedTables;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.transfer.TableExport;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
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
    private final List<MigrationPlan> migrations;
    private final BackupStore store;
    private final BackupManifest manifest;

    /**
     * For a plan that takes a plugin out.
     *
     * @throws PlanRefusedException if the host has no place for backups
     */
    PluginBackup(Run run, Plan plan) {
        BackupStore place = run.options().backups();
        if (place == null) {
            throw new PlanRefusedException(
                    "There is no place for the archive: give Godwit a backup store. Nothing was" + " changed.");
        }
        this.run = run;
        this.migrations = plan.migrations();
        this.store = place;
        this.manifest = new BackupManifest(plan, Run.now());
    }

    /** Writes it; what is found has to go into the report. */
    Finding write() throws SQLException {
        String name = manifest.fileName(run.id());
        List<BackupFile.Entry> entries = new ArrayList<>();
        try {
            store.write(name, out -> entries.addAll(file(out)));
            BackupCheck.verify(store.read(name), entries);
        } catch (IOException e) {
            if (e.getCause() instanceof SQLException fault) {
                throw fault;
            }
            throw new BackupFailedException(
                    "The archive " + name + " could not be written: " + said(e)
                            + ". Nothing was changed in the database."
                            + " Make room, or give another place for backups, and run again.",
                    e);
        }
        run.tell(new ProgressEvent.BackupWritten(name, manifest.tables(), manifest.rows()));
        String what = name + ": " + manifest.tables() + (manifest.tables() == 1 ? " table, " : " tables, ")
                + manifest.rows() + (manifest.rows() == 1 ? " row" : " rows");
        record(what);
        return new Finding("archived", Severity.INFO, migrations.get(0).id(), "", "the rows are in " + what, "");
    }

    /** A file system says too little by itself. */
    private static String said(IOException e) {
        return e.getClass().getSimpleName() + ": " + e.getMessage();
    }

    private void record(String what) throws SQLException {
        AuditEntry entry = run.next("archive", migrations.get(0).migration().pluginId(), what);
        run.session().update(run.writer().audit(entry));
        run.committed(entry);
    }

    private List<BackupFile.Entry> file(OutputStream out) throws IOException {
        BackupFile file = new BackupFile(out);
        try {
            for (Map.Entry<String, String> document : documents().entrySet()) {
                byte[] text = document.getValue().getBytes(StandardCharsets.UTF_8);
                manifest.migration(
                        document.getKey(),
                        file.add("migrations/" + document.getKey() + ".json", content -> content.write(text)));
            }
            for (Table table : lockedTables()) {
                export(file, table);
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
        file.add("manifest.json", manifest::writeTo);
        file.finish();
        return file.entries();
    }

    private void export(BackupFile file, Table table) throws IOException, SQLException {
        TableExport export =
                new TableExport(run.session().dialect(), run.session().connection(), table);
        long[] rows = {0};
        BackupFile.Entry entry =
                file.<SQLException>add(manifest.tableFile(table.name()), content -> rows[0] = export.writeTo(content));
        manifest.table(table.name(), entry, rows[0], export.columns());
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
