package io.godwit.engine;

import io.godwit.dialect.Feature;
import io.godwit.dialect.SchemaState;
import io.godwit.dialect.Statement;
import io.godwit.dialect.UnknownSchema;
import io.godwit.history.AppliedMigration;
import io.godwit.history.AuditHead;
import io.godwit.history.Evidence;
import io.godwit.history.History;
import io.godwit.history.HistoryReader;
import io.godwit.history.HistoryTables;
import io.godwit.history.HistoryWriter;
import io.godwit.history.ObjectChange;
import io.godwit.history.ObjectWriter;
import io.godwit.operation.AddColumn;
import io.godwit.operation.CreateTable;
import io.godwit.plan.Journal;
import io.godwit.plan.ObjectChanges;
import io.godwit.plan.Rendering;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Brings a history that an older Godwit wrote to today's layout: the owners of things are told by the journals where there is no table
 * of them, and an entry of the audit trail says them all, for those before it say nothing of them.
 */
final class HistoryUpgrade {

    /** Nobody asked for it: it comes before what somebody asked for. */
    private static final String ACTOR = "godwit";

    private final Session session;
    private final Rendering rendering;
    private final HistoryReader reader;

    HistoryUpgrade(Session session, Rendering rendering) {
        this.session = session;
        this.rendering = rendering;
        this.reader = new HistoryReader(session.dialect(), session.connection());
    }

    /** Wholly, or not at all; where each statement commits, what an interrupted attempt left is made again. */
    History upgrade(History history) throws SQLException {
        if (!session.dialect().supports(Feature.TRANSACTIONAL_DDL)) {
            if (!history.knowsObjects()) {
                session.together(table(true));
                session.reached("history made in part");
            }
            addEvidence();
            new WorkTransaction(session, List.of()).run(() -> bringUpToDate(history));
            return reader.read();
        }
        List<String> table = table(false);
        new WorkTransaction(session, List.of()).run(() -> {
            History current = reader.read();
            if (!current.upToDate()) {
                if (!current.knowsObjects()) {
                    session.together(table);
                }
                addEvidence();
                bringUpToDate(current);
            }
        });
        return reader.read();
    }

    /** Only what is missing: where each statement commits, an interrupted attempt may have left some. */
    private void addEvidence() throws SQLException {
        for (AddColumn add : HistoryTables.evidence()) {
            if (!hasColumn(add)) {
                SchemaState state =
                        new SchemaState(new UnknownSchema(), session.dialect().naming());
                for (Statement statement : HistoryInstaller.render(session, rendering, add, state)) {
                    session.execute(statement.sql());
                }
                session.reached("history made in part");
            }
        }
    }

    private boolean hasColumn(AddColumn add) throws SQLException {
        Connection connection = session.connection();
        try (ResultSet columns = connection
                .getMetaData()
                .getColumns(
                        connection.getCatalog(),
                        connection.getSchema(),
                        add.table().name().text(),
                        add.column().name().text())) {
            return columns.next();
        }
    }

    private void bringUpToDate(History history) throws SQLException {
        if (!history.knowsObjects()) {
            session.together(rows(history));
        }
        HistoryWriter writer =
                new HistoryWriter(session.dialect(), UUID.randomUUID().toString());
        if (!session.dialect().supports(Feature.SINGLE_WRITER)) {
            session.update(writer.begin(ACTOR, Run.now()));
        }
        AuditHead head = reader.head();
        if (head.sequence() > 0) {
            String words = "the history is brought to layout " + HistoryTables.LAYOUT
                    + "; from here on the trail tells who owns what";
            session.update(writer.audit(head.next(
                    Run.now(),
                    ACTOR,
                    "upgrade",
                    "",
                    "",
                    writer.runId(),
                    "done",
                    Evidence.NONE.with(ObjectChange.afresh(reader.objectRows())).behind(words))));
        }
        session.update(HistoryWriter.upToDate(session.dialect()));
    }

    private List<String> table(boolean perhapsThere) {
        SchemaState state =
                new SchemaState(new UnknownSchema(), session.dialect().naming());
        CreateTable create = new CreateTable(HistoryTables.objects().table(), perhapsThere);
        return HistoryInstaller.render(session, rendering, create, state).stream()
                .map(Statement::sql)
                .toList();
    }

    private List<String> rows(History history) throws SQLException {
        ObjectWriter writer = new ObjectWriter(session.dialect());
        List<String> statements = new ArrayList<>(writer.statements("", "", List.of(new ObjectChange.Cleared())));
        List<AppliedMigration> whole =
                history.applied().stream().filter(AppliedMigration::isWhole).toList();
        Map<String, String> journals = reader.journals(
                whole.stream().map(AppliedMigration::migrationId).toList());
        for (AppliedMigration applied : whole) {
            Journal journal = Journal.parse(journals.get(applied.migrationId()));
            statements.addAll(writer.statements(applied.pluginId(), applied.migrationId(), ObjectChanges.of(journal)));
        }
        return statements;
    }
}
