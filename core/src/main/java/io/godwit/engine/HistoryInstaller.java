package io.godwit.engine;

import io.godwit.dialect.Feature;
import io.godwit.dialect.RenderContext;
import io.godwit.dialect.SchemaState;
import io.godwit.dialect.Statement;
import io.godwit.dialect.UnknownSchema;
import io.godwit.history.AuditHead;
import io.godwit.history.History;
import io.godwit.history.HistoryReader;
import io.godwit.history.HistoryTables;
import io.godwit.operation.CreateTable;
import io.godwit.operation.InsertRows;
import io.godwit.operation.Operation;
import io.godwit.plan.Rendering;
import io.godwit.schema.TableName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes the history's tables where they are missing; many may try at once. */
final class HistoryInstaller {

    private final Session session;
    private final Rendering rendering;
    private AuditHead found = AuditHead.NONE;

    HistoryInstaller(Session session, Rendering rendering) {
        this.session = session;
        this.rendering = rendering;
    }

    /** The history, there for sure. */
    History install() throws SQLException {
        HistoryReader reader = new HistoryReader(session.dialect(), session.connection());
        History history = reader.read();
        found = history.head();
        if (history.installed()) {
            return history.upToDate() ? history : new HistoryUpgrade(session, rendering).upgrade(history);
        }
        if (!session.dialect().supports(Feature.TRANSACTIONAL_DDL)) {
            makeWhatIsMissing();
            return reader.read();
        }
        List<Statement> statements = statements();
        new WorkTransaction(session, statements).run(() -> {
            if (!isThere()) {
                session.together(statements.stream().map(Statement::sql).toList());
            }
        });
        return reader.read();
    }

    /** The end of the audit trail before anything was done; that it was brought up to date makes no plan stale. */
    AuditHead found() {
        return found;
    }

    /** Looks without an error, which would end the transaction on some engines. */
    private boolean isThere() throws SQLException {
        String name = HistoryTables.LAST.name().text();
        try (ResultSet tables = session.connection()
                .getMetaData()
                .getTables(
                        session.connection().getCatalog(), session.connection().getSchema(), name, null)) {
            return tables.next();
        }
    }

    /** Where an interrupted attempt may have left a part. The lock keeps others from doing the same now. */
    private void makeWhatIsMissing() throws SQLException {
        for (Operation operation : HistoryTables.create()) {
            Operation careful =
                    operation instanceof CreateTable create ? new CreateTable(create.table(), true) : operation;
            boolean there = operation instanceof InsertRows insert && hasRow(insert.table());
            if (!there) {
                SchemaState state =
                        new SchemaState(new UnknownSchema(), session.dialect().naming());
                session.together(
                        render(careful, state).stream().map(Statement::sql).toList());
                session.reached("history made in part");
            }
        }
    }

    private boolean hasRow(TableName table) throws SQLException {
        return !session.firstRow("SELECT 1 FROM " + session.dialect().syntax().table(table))
                .isEmpty();
    }

    private List<Statement> statements() {
        SchemaState state =
                new SchemaState(new UnknownSchema(), session.dialect().naming());
        List<Statement> statements = new ArrayList<>();
        for (Operation operation : HistoryTables.create()) {
            statements.addAll(render(operation, state));
            state.apply(operation);
        }
        return statements;
    }

    private List<Statement> render(Operation operation, SchemaState state) {
        return render(session, rendering, operation, state);
    }

    static List<Statement> render(Session session, Rendering rendering, Operation operation, SchemaState state) {
        RenderContext context = new RenderContext(state, rendering.translator(), Map.of(), note -> {});
        return session.dialect().renderer(context).render(List.of(operation));
    }
}
