package io.godwit.tck.harness;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.RenderContext;
import io.godwit.dialect.Renderer;
import io.godwit.dialect.SchemaState;
import io.godwit.dialect.SchemaView;
import io.godwit.dialect.Statement;
import io.godwit.dialect.Translator;
import io.godwit.operation.Operation;
import io.godwit.schema.ColumnType;
import io.godwit.schema.Query;
import io.godwit.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Works on one test's database through the SPI alone, without planning, history or lock, and remembers what it did so that a
 * failure can tell. For one test, on one thread.
 */
public final class Workbench implements AutoCloseable {

    private final TestDatabase database;
    private final Connection connection;
    private final StepTransaction step;
    private final ExpectedSchema expected;
    private final List<String> log = new ArrayList<>();
    private final List<String> findings = new ArrayList<>();

    public Workbench(TestDatabase database) {
        this.database = database;
        this.connection = connect(database);
        this.step = new StepTransaction(connection, database.dialect(), log::add);
        this.expected = new ExpectedSchema(database.dialect().naming());
        dialect().settings().open(Duration.ofSeconds(5)).forEach(step::execute);
        log.clear();
    }

    private static Connection connect(TestDatabase database) {
        try {
            return database.connect();
        } catch (SQLException e) {
            throw new IllegalStateException("no connection to the test's database", e);
        }
    }

    public Dialect dialect() {
        return database.dialect();
    }

    public TestDatabase database() {
        return database;
    }

    public Connection connection() {
        return connection;
    }

    /** The statements of the operations as they would run now, one step's; nothing runs. */
    public List<Statement> render(Operation... operations) {
        SchemaState state = new SchemaState(live(), dialect().naming());
        List<Operation> rest = new ArrayList<>(Arrays.asList(operations));
        List<Statement> statements = new ArrayList<>();
        while (!rest.isEmpty()) {
            Renderer renderer = dialect().renderer(new RenderContext(state, translator(), Map.of(), findings::add));
            List<Operation> group = List.copyOf(rest.subList(0, renderer.together(rest)));
            statements.addAll(renderer.render(group));
            group.forEach(state::apply);
            rest.subList(0, group.size()).clear();
        }
        return statements;
    }

    /**
     * Renders the operations as one step and runs them in one transaction.
     *
     * @throws ApplyFailedException if a statement fails; the transaction is rolled back
     */
    public void apply(Operation... operations) {
        step.run(render(operations));
        Arrays.asList(operations).forEach(expected::apply);
    }

    /** Runs the engine's own SQL; what the schema must be is not known from then on. */
    public void execute(String sql) {
        expected.forget();
        step.execute(sql);
    }

    public Schema introspect() {
        try {
            return dialect().introspector().read(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the live schema cannot be read", e);
        }
    }

    /** The rows of a universal SELECT, as {@link RowReader} writes them. */
    public List<String> rows(String select, ColumnType... types) {
        return rowsOf(translator().query(Query.of(select), live()), types);
    }

    /** The rows of a SELECT in the engine's own SQL. */
    public List<String> rowsOf(String select, ColumnType... types) {
        log.add(select);
        try {
            return new RowReader(connection).rows(select, List.of(types));
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read: " + select, e);
        }
    }

    /** What renderers told people since the last call. */
    public List<String> takeFindings() {
        List<String> taken = List.copyOf(findings);
        findings.clear();
        return taken;
    }

    /** What differs between what the operations say and what the database has; nothing where SQL text had its hand in it. */
    public List<String> surprises() {
        return expected.known()
                ? LogicalSchema.of(expected.schema(), dialect()).differences(LogicalSchema.of(introspect(), dialect()))
                : List.of();
    }

    /** Says that from here on the operations alone do not tell what the schema is. */
    public void expectAnything() {
        expected.forget();
    }

    /** Engine and statements so far, for the message of a failure. */
    public String story() {
        return "on " + dialect().engine() + " " + dialect().version() + ", after:\n    " + String.join(";\n    ", log);
    }

    public SchemaView live() {
        return new LiveSchema(dialect().introspector(), connection);
    }

    public Translator translator() {
        return new PassThroughTranslator();
    }

    @Override
    public void close() {
        try (database;
                connection) {
            log.clear();
        } catch (SQLException e) {
            throw new IllegalStateException("the test's connection cannot be closed", e);
        }
    }
}
