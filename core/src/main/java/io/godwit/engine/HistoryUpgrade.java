package io.godwit.engine;

import io.godwit.dialect.Feature;
import io.godwit.dialect.SchemaState;
import io.godwit.dialect.Statement;
import io.godwit.dialect.UnknownSchema;
import io.godwit.history.AppliedMigration;
import io.godwit.history.History;
import io.godwit.history.HistoryReader;
import io.godwit.history.HistoryTables;
import io.godwit.history.HistoryWriter;
import io.godwit.history.ObjectWriter;
import io.godwit.operation.CreateTable;
import io.godwit.plan.Journal;
import io.godwit.plan.ObjectChanges;
import io.godwit.plan.Rendering;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Brings a history that an older Godwit wrote to today's layout: the owners of things are told by the journals. */
final class HistoryUpgrade {

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
            session.together(table(true));
            session.reached("history made in part");
            new SmallTransaction(session).run(rows(history, true));
            return reader.read();
        }
        List<String> table = table(false);
        new WorkTransaction(session, List.of()).run(() -> {
            History current = reader.read();
            if (!current.upToDate()) {
                session.together(table);
                session.together(rows(current, false));
            }
        });
        return reader.read();
    }

    private List<String> table(boolean perhapsThere) {
        SchemaState state =
                new SchemaState(new UnknownSchema(), session.dialect().naming());
        CreateTable create = new CreateTable(HistoryTables.objects().table(), perhapsThere);
        return HistoryInstaller.render(session, rendering, create, state).stream()
                .map(Statement::sql)
                .toList();
    }

    private List<String> rows(History history, boolean afresh) throws SQLException {
        ObjectWriter writer = new ObjectWriter(session.dialect());
        List<String> statements = new ArrayList<>();
        if (afresh) {
            statements.add(writer.none());
        }
        List<AppliedMigration> whole =
                history.applied().stream().filter(AppliedMigration::isWhole).toList();
        Map<String, String> journals = reader.journals(
                whole.stream().map(AppliedMigration::migrationId).toList());
        for (AppliedMigration applied : whole) {
            Journal journal = Journal.parse(journals.get(applied.migrationId()));
            statements.addAll(writer.applied(applied.pluginId(), applied.migrationId(), ObjectChanges.of(journal)));
        }
        statements.add(HistoryWriter.upToDate(session.dialect()));
        return statements;
    }
}
