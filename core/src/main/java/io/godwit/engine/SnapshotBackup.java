package io.godwit.engine;

import io.godwit.backup.Backup;
import io.godwit.backup.BackupContent;
import io.godwit.backup.BackupEntry;
import io.godwit.backup.BackupManifest;
import io.godwit.backup.BackupPlace;
import io.godwit.backup.BackupTable;
import io.godwit.backup.BackupWriter;
import io.godwit.backup.DumpTool;
import io.godwit.backup.FileBackup;
import io.godwit.backup.PluginRecords;
import io.godwit.backup.TableBackups;
import io.godwit.dialect.DatabaseFile;
import io.godwit.dialect.Dialect;
import io.godwit.dialect.Feature;
import io.godwit.dialect.ServerBackup;
import io.godwit.failure.Unsupported;
import io.godwit.failure.UnsupportedByDialectException;
import io.godwit.history.AuditEntry;
import io.godwit.plan.LiveSchema;
import io.godwit.schema.Table;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Writes one moment of the database into the host's store: on the disk, read back and in the audit trail, or nothing of it. For one
 * use, under the lock.
 */
final class SnapshotBackup {

    private final Run run;
    private final BackupPlace place;
    private final BackupSubject subject;
    private final String createdAt = Run.now();
    private final String name;

    SnapshotBackup(Run run, BackupPlace place, BackupSubject subject) {
        this.run = run;
        this.place = place;
        this.subject = subject;
        this.name = place.name(
                subject.pluginId(),
                subject.version(),
                createdAt,
                UUID.randomUUID().toString());
    }

    /**
     * Takes it.
     *
     * @return empty if somebody else has written meanwhile
     * @throws IOException if it could not be written, or is not what was written
     */
    Optional<TakenBackup> take() throws IOException, SQLException {
        run.tell(new ProgressEvent.BackupStarted(subject.migration(), name, subject.reason()));
        limit(Duration.ZERO);
        Optional<TakenBackup> taken = written(System.nanoTime());
        limit(run.options().statementTimeout());
        taken.ifPresent(backup -> run.tell(backup.event()));
        return taken;
    }

    /** A store's own fault goes through the transaction as a fault of SQL. */
    private Optional<TakenBackup> written(long started) throws IOException, SQLException {
        if (run.options().backups().apart()) {
            return recorded(place.write(name, this::content), started);
        }
        AtomicReference<TakenBackup> taken = new AtomicReference<>();
        try {
            new WorkTransaction(run.session(), List.of()).runInSnapshot(() -> {
                if (isCurrent()) {
                    flush();
                    TakenBackup backup = TakenBackup.of(write(), started);
                    record(backup);
                    taken.set(backup);
                }
            });
        } catch (SQLException e) {
            if (e.getCause() instanceof IOException fault) {
                throw fault;
            }
            throw e;
        }
        return Optional.ofNullable(taken.get());
    }

    private Optional<TakenBackup> recorded(Backup backup, long started) throws SQLException {
        TakenBackup taken = TakenBackup.of(backup, started);
        boolean[] current = {false};
        new WorkTransaction(run.session(), List.of()).run(() -> {
            current[0] = isCurrent();
            if (current[0]) {
                flush();
                record(taken);
            }
        });
        return current[0] ? Optional.of(taken) : Optional.empty();
    }

    /** A statement may take its time here: how long depends on the rows. */
    private void limit(Duration timeout) throws SQLException {
        if (!run.options().statementTimeout().isZero()) {
            run.session().limit(timeout);
        }
    }

    /** Asked where the transaction itself is the lock. */
    private boolean isCurrent() throws SQLException {
        return !run.session().dialect().supports(Feature.SINGLE_WRITER) || run.stillCurrent();
    }

    private Backup write() throws SQLException {
        try {
            return place.write(name, this::content);
        } catch (IOException e) {
            throw new SQLException(e);
        }
    }

    private void record(TakenBackup taken) throws SQLException {
        AuditEntry entry = run.next("backup", subject.pluginId(), subject.migration(), "done", taken.detail());
        run.session().update(run.writer().audit(entry));
        run.waiting().written();
        run.committed(entry);
    }

    /** The backup holds the history too, and all of it that is known. */
    private void flush() throws SQLException {
        for (String statement : run.waiting().all()) {
            run.session().update(statement);
        }
    }

    private BackupManifest content(BackupWriter file) throws IOException, SQLException {
        DumpTool tool = run.options().backups().dump();
        if (tool != null) {
            return manifest(BackupContent.DUMP, List.of(), List.of(tool.write(file)));
        }
        if (!run.options().backups().serverFolder().isEmpty()) {
            return manifest(BackupContent.SERVER, List.of(), List.of(byServer(file)));
        }
        Optional<DatabaseFile> whole = run.session().dialect().file();
        if (whole.isPresent()) {
            BackupEntry copy = new FileBackup(whole.get(), run.session().connection()).write(file);
            return manifest(BackupContent.FILE, List.of(), List.of(copy));
        }
        TableBackups tables = new TableBackups(
                run.session().dialect(),
                run.session().connection(),
                (table, rows) -> run.tell(new ProgressEvent.BackupProgress(name, table.toString(), rows)));
        List<BackupTable> written = tables.write(file, tables());
        PluginRecords records =
                new PluginRecords(run.session().dialect(), run.session().connection(), subject.pluginId());
        return manifest(BackupContent.TABLES, written, records.write(file));
    }

    private BackupEntry byServer(BackupWriter file) throws IOException, SQLException {
        Session session = run.session();
        ServerBackup server = session.dialect()
                .serverBackup()
                .orElseThrow(() -> new UnsupportedByDialectException(new Unsupported(
                        session.dialect().engine(),
                        "a backup that the server writes",
                        "it writes none by a statement",
                        "leave serverBackups out; Godwit or a dumpTool writes backups")));
        String folder = run.options().backups().serverFolder();
        String path = folder
                + (folder.endsWith("/") || folder.endsWith("\\") ? "" : folder.contains("/") ? "/" : "\\")
                + name.replaceFirst("\\.godwit-backup\\.zip(\\.age)?$", ".bak");
        server.write(session.connection(), path);
        return file.add("server/restore.sql", String.join(";\n", server.restoring(session.connection(), path)) + ";\n");
    }

    private BackupManifest manifest(BackupContent content, List<BackupTable> tables, List<BackupEntry> files) {
        Dialect dialect = run.session().dialect();
        return new BackupManifest(
                subject.pluginId(),
                subject.version(),
                dialect.engine(),
                dialect.version(),
                createdAt,
                content,
                subject.reason(),
                subject.migration(),
                run.id(),
                List.of(),
                tables,
                files);
    }

    private List<Table> tables() throws SQLException {
        Dialect dialect = run.session().dialect();
        LiveSchema live = new LiveSchema(dialect.introspector(), run.session().connection());
        List<Table> tables = subject.tables().of(live);
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
