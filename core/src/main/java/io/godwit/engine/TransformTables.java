package io.godwit.engine;

import io.godwit.dialect.RenderContext;
import io.godwit.dialect.SchemaState;
import io.godwit.dialect.Statement;
import io.godwit.failure.ValidationFailedException;
import io.godwit.history.RejectedTable;
import io.godwit.migration.OnError;
import io.godwit.migration.TransformSource;
import io.godwit.operation.CreateTable;
import io.godwit.operation.DropTable;
import io.godwit.operation.Operation;
import io.godwit.plan.transform.CustomTable;
import io.godwit.plan.transform.TransformSql;
import io.godwit.schema.Position;
import io.godwit.schema.Table;
import io.godwit.transfer.file.FileStage;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tables beside the history that a transform writes: keys that it added, rows that it left out. For one transform. */
record TransformTables(
        Run run,
        SchemaState schema,
        TransformSql sql,
        @Nullable Table stage,
        @Nullable CustomTable made) {

    /** Makes those that are not there; by themselves they mean nothing. */
    void make() throws SQLException {
        if (sql.transform().onError() == OnError.SKIP) {
            make(RejectedTable.create());
        }
        if (sql.recordedKeys().isPresent()) {
            make(sql.recordedKeys().get().create());
        }
    }

    /** Makes anew what is needed only while rows are moving. */
    void makeForBatches() throws SQLException {
        if (sql.transform().source() instanceof TransformSource.FromFile && sql.source() != null) {
            make(new DropTable(sql.source().name(), true, false));
        }
        if (stage != null) {
            make(new CreateTable(stage, false));
        }
        if (made != null) {
            make(made.drop());
            make(made.create());
        }
    }

    /** Whether the rows of a file are put into a table first. */
    boolean isFilled() {
        return stage != null;
    }

    /** Fills the table that the rows of a file are put into first. */
    void fill(String step, StageFaults faults) throws SQLException {
        Table table = stage;
        if (table != null && sql.transform().source() instanceof TransformSource.FromFile file) {
            FileStage files =
                    new FileStage(sql.transform(), file, table, run.rendering().customs());
            boolean skips = sql.transform().onError() == OnError.SKIP;
            SensitiveRows sensitive = faults.sensitive();
            try {
                files.load(run.session().dialect(), run.session().connection(), skips ? faults : null);
                faults.write();
            } catch (IOException e) {
                throw new ValidationFailedException("Step " + step + ": the rows of " + file.path()
                        + " cannot be taken: " + sensitive.words(String.valueOf(e.getMessage())));
            }
        }
    }

    /** Takes away what was needed only while rows were moving. */
    void close() throws SQLException {
        if (stage != null) {
            make(new DropTable(stage.name(), true, false));
        }
        if (made != null) {
            make(made.drop());
        }
    }

    /** Whether something is left to take away once all rows are moved. */
    boolean isLeftover() {
        return stage != null || made != null;
    }

    private void make(Operation operation) throws SQLException {
        make(run, schema, operation);
    }

    static void make(Run run, SchemaState schema, Operation operation) throws SQLException {
        RenderContext context = new RenderContext(
                schema, run.rendering().translator(), run.rendering().typeMapping(), note -> {});
        for (Statement statement : run.session().dialect().renderer(context).render(List.of(operation))) {
            run.session().execute(statement.sql());
        }
        schema.apply(operation);
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
