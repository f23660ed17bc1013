package io.godwit.engine;

import io.godwit.backup.BackupObject;
import io.godwit.backup.BackupTable;
import io.godwit.dialect.Feature;
import io.godwit.dialect.LinkStatements;
import io.godwit.dialect.Statement;
import io.godwit.dialect.TableDefinitions;
import io.godwit.failure.PlanRefusedException;
import io.godwit.history.AuditEntry;
import io.godwit.history.ObjectKind;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A restore in one transaction: all of it, or nothing. For one use. */
final class WholeRestore {

    private final RestoreRun restore;
    private final Session session;
    private final TableDefinitions definitions;
    private final List<LinkStatements> links = new ArrayList<>();

    WholeRestore(RestoreRun restore) {
        this.restore = restore;
        this.session = restore.session();
        this.definitions = session.dialect().definitions();
    }

    void run() throws SQLException, IOException {
        WorkTransaction transaction =
                new WorkTransaction(session, List.of(new Statement("", Statement.Mode.FOREIGN_KEYS_SUSPENDED)));
        AuditEntry[] entry = new AuditEntry[1];
        try {
            transaction.run(() -> {
                current();
                session.together(definitions.open());
                work();
                String violation = transaction.violation();
                if (!violation.isEmpty()) {
                    throw new SQLException("foreign keys would be broken: " + violation, "23000");
                }
                entry[0] = recorded();
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        restore.within().committed(entry[0]);
        restore.close(definitions);
    }

    /** Where the transaction itself is the lock. */
    private void current() throws SQLException {
        if (session.dialect().supports(Feature.SINGLE_WRITER)
                && !restore.within().stillCurrent()) {
            throw new PlanRefusedException(
                    "Another run has changed the database meanwhile. Nothing was restored. Try again.");
        }
    }

    private void work() throws SQLException {
        RestoredViews views = new RestoredViews(restore);
        drop(views);
        try {
            make();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (LinkStatements link : links) {
            session.execute(link.add());
        }
        for (String statement : views.statements()) {
            session.execute(statement);
        }
    }

    private void drop(RestoredViews views) throws SQLException {
        for (Table table : restore.planner().referring()) {
            links.addAll(definitions.links(
                    session.connection(), table, restore.planner().going()));
        }
        for (LinkStatements link : links) {
            session.execute(link.drop());
        }
        for (String statement : views.drops()) {
            session.execute(statement);
        }
        for (String statement :
                definitions.drop(session.dialect().syntax(), restore.planner().going())) {
            session.execute(statement);
        }
        for (TableName sequence : restore.planner().goingSequences()) {
            session.execute("DROP SEQUENCE " + session.dialect().syntax().table(sequence));
        }
    }

    private void make() throws SQLException, IOException {
        for (BackupObject object : restore.source().objects()) {
            if (object.kind() == ObjectKind.SEQUENCE) {
                executeAll(object.statements());
            }
        }
        Map<BackupTable, TableName> targets = new LinkedHashMap<>();
        for (BackupTable table : restore.source().tables()) {
            executeAll(restore.source().definition(table).needs());
            executeAll(restore.source().definition(table).create());
            targets.put(table, table.name());
        }
        new RestoredRows(restore, targets).load();
        for (BackupTable table : restore.source().tables()) {
            executeAll(restore.source().definition(table).finish());
        }
        for (BackupTable table : restore.source().tables()) {
            executeAll(restore.source().definition(table).links());
        }
    }

    private void executeAll(List<String> statements) throws SQLException {
        for (String statement : statements) {
            session.execute(statement);
        }
    }

    private AuditEntry recorded() throws SQLException {
        try {
            return restore.record();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
