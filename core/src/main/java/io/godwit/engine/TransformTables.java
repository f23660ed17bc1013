package io.godwit.engine;

import io.godwit.dialect.RenderContext;
import io.godwit.dialect.SchemaState;
import io.godwit.dialect.Statement;
import io.godwit.history.RejectedTable;
import io.godwit.migration.OnError;
import io.godwit.operation.Operation;
import io.godwit.plan.transform.TransformSql;
import io.godwit.schema.Position;
import java.sql.SQLException;
import java.util.List;

/** The tables beside the history that a transform writes: keys that it added, rows that it left out. For one transform. */
record TransformTables(Run run, SchemaState schema, TransformSql sql) {

    /** Makes those that are not there; by themselves they mean nothing. */
    void make() throws SQLException {
        if (sql.transform().onError() == OnError.SKIP) {
            make(RejectedTable.create());
        }
        if (sql.recordedKeys().isPresent()) {
            make(sql.recordedKeys().get().create());
        }
    }

    private void make(Operation operation) throws SQLException {
        RenderContext context = new RenderContext(
                schema, run.rendering().translator(), run.rendering().typeMapping(), note -> {});
        for (Statement statement : run.session().dialect().renderer(context).render(List.of(operation))) {
            run.session().execute(statement.sql());
        }
    }

    /** Forgets what another state of the database has left in them. */
    void empty() throws SQLException {
        if (sql.recordedKeys().isPresent()) {
            String statement = sql.recordedKeys().get().empty();
            for (String text : run.rendering().translator().statements(statement, Position.NONE, schema)) {
                run.session().execute(text);
            }
        }
    }
}
