package io.godwit.tck.harness;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.SchemaView;
import io.godwit.dialect.Statement;
import io.godwit.dialect.Translator;
import io.godwit.failure.UnsupportedByDialectException;
import io.godwit.operation.Operation;
import io.godwit.plan.LiveSchema;
import io.godwit.schema.ColumnType;
import io.godwit.schema.Query;
import io.godwit.schema.Schema;
import io.godwit.universal.Definitions;
import io.godwit.universal.UniversalTranslator;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Works on one test's database through the SPI alone, without planning, history or lock, and remembers what it did, so that it can
 * be compared, taken back and told. For one test, on one thread.
 */
public final class Workbench implements AutoCloseable {

    private final TestDatabase database;
    private final Connection connection;
    private final StepTransaction step;
    private final ExpectedSchema expected;
    private final UndoLog undo = new UndoLog();
    private final List<String> log = new ArrayList<>();
    private final List<String> findings = new ArrayList<>();
    private final Definitions definitions = new Definitions();

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

    /** The bench's own connection, in autocommit mode. */
    public Connection connection() {
        return connection;
    }

    public SchemaView live() {
        return new LiveSchema(dialect().introspector(), connection);
    }

    private Translator translator() {
        return new UniversalTranslator(dialect());
    }

    private RenderedStep rendered(Operation... operations) {
        return new SpiRendering(dialect(), live(), translator(), definitions, findings::add)
                .step(Arrays.asList(operations));
    }

    /** The statements of the operations as they would run now, one step's; nothing runs. */
    public List<Statement> render(Operation... operations) {
        return rendered(operations).statements();
    }

    /**
     * Renders the operations as one step and runs them in one transaction.
     *
     * @throws ApplyFailedException if a statement fails; the transaction is rolled back
     */
    public void apply(Operation... operations) {
        Schema before = introspect();
        RenderedStep rendered = rendered(operations);
        step.run(rendered.statements());
        database.took(Arrays.asList(operations));
        undo.add(before, rendered.inverses());
        rendered.operations().forEach(expected::apply);
    }

    /** Runs the engine's own SQL; what the schema must be is not known from then on, nor how to take it back. */
    public void execute(String sql) {
        expectAnything();
        undo.forget();
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
        List<String> rows = rowsOf(translator().query(Query.of(select), live()), types);
        database.answered(select);
        return rows;
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

    /** Says that from here on the operations alone do not tell what the schema is. */
    public void expectAnything() {
        expected.forget();
    }

    /** Says that a failed step was done in part: neither what the schema must be is known, nor how to take it back. */
    public void expectAPart() {
        expectAnything();
        undo.forget();
    }

    /** What differs between what the operations say and what the database has; nothing where SQL text had its hand in it. */
    public List<String> surprises() {
        if (!expected.known()) {
            return List.of();
        }
        LogicalSchema said = LogicalSchema.of(expected.schema(), dialect());
        return new LineDifference(
                        said.lines(), LogicalSchema.of(introspect(), dialect()).lines())
                .lines();
    }

    /** Takes back one step after the other for as long as there is a way back, and tells where the schema before does not return. */
    public List<String> undo() {
        List<String> differences = List.of();
        while (differences.isEmpty() && undo.hasNext()) {
            differences = undoLast();
        }
        return differences;
    }

    /** Whether the last step can be taken back with every row as it was. */
    public boolean lastIsExact() {
        return undo.peek().isExact();
    }

    /** Takes the last step back and tells what is not as it was before it. */
    public List<String> undoLast() {
        UndoLog.Applied applied = undo.next();
        Operation[] back = applied.back();
        log.add("-- and back");
        try {
            step.run(render(back));
        } catch (ApplyFailedException e) {
            expectAnything();
            undo.forget();
            return applied.mayMeetItsRows(e) ? List.of() : List.of(String.valueOf(e.getMessage()));
        } catch (UnsupportedByDialectException e) {
            return List.of(e.getMessage());
        }
        Arrays.asList(back).forEach(expected::apply);
        return new LineDifference(
                        ExactSchema.of(applied.before()).lines(),
                        ExactSchema.of(introspect()).lines())
                .lines();
    }

    /** Engine and statements so far, for the message of a failure. */
    public String story() {
        return "on " + dialect().engine() + " " + dialect().version() + ", after:\n    " + String.join(";\n    ", log);
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
