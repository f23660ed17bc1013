package io.godwit.plan;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.Feature;
import io.godwit.dialect.RenderContext;
import io.godwit.dialect.Renderer;
import io.godwit.dialect.SchemaState;
import io.godwit.dialect.Statement;
import io.godwit.operation.CreateSchema;
import io.godwit.operation.Operation;
import io.godwit.operation.Sql;
import io.godwit.schema.Name;
import io.godwit.schema.TableName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The scripts of one step's operations, made one after the other, so that a step behind opaque SQL can look at the database
 * again in between. Mutable, for one thread.
 */
public final class StepScripts {

    private final Rendering rendering;
    private final Consumer<String> notes;
    private final OnOperation onOperation;
    private final Deque<Operation> remaining;
    private SchemaState state;

    /** Is told of each operation that has something to do, while the state is the one before it. */
    interface OnOperation {
        void rendered(Operation operation, List<Statement> statements);
    }

    StepScripts(
            Rendering rendering,
            List<Operation> operations,
            SchemaState state,
            Consumer<String> notes,
            OnOperation onOperation) {
        this.onOperation = onOperation;
        this.rendering = rendering;
        this.notes = notes;
        this.remaining = new ArrayDeque<>(operations);
        this.state = state;
    }

    public boolean hasNext() {
        return !remaining.isEmpty();
    }

    /** Goes on from another state of the schema. */
    public void continueFrom(SchemaState other) {
        state = other;
    }

    /** Renders the next operations that belong together. */
    public OperationScript next() {
        missingSchema().ifPresent(schema -> remaining.addFirst(new CreateSchema(schema)));
        Operation first = remaining.element();
        if (new ExistenceGuard(state).nothingToDo(first)) {
            remaining.remove();
            return new OperationScript(List.of(first), List.of(), List.of(new JournalEntry(Inverse.exact(), Set.of())));
        }
        Dialect dialect = rendering.dialect();
        Renderer renderer =
                dialect.renderer(new RenderContext(state, rendering.translator(), rendering.typeMapping(), notes));
        List<Operation> candidates = List.copyOf(remaining);
        List<Operation> group = candidates.subList(0, renderer.together(candidates));
        List<Statement> statements = renderer.render(group);
        List<JournalEntry> inverses = new ArrayList<>();
        for (Operation operation : group) {
            remaining.remove();
            onOperation.rendered(operation, statements);
            Inverse inverse = new Inverses(state, dialect.naming(), dialect.engine()).of(operation);
            inverses.add(new JournalEntry(inverse(operation, inverse, statements), RowTarget.of(operation)));
            state.apply(operation);
        }
        return new OperationScript(group, statements, inverses);
    }

    /** Text that is empty for this engine has nothing to undo. */
    private static Inverse inverse(Operation operation, Inverse derived, List<Statement> statements) {
        boolean nothing = operation instanceof Sql
                && (statements.isEmpty()
                        || statements.stream()
                                .allMatch(statement -> statement.sql().isBlank()));
        return nothing ? Inverse.exact() : derived;
    }

    /** A schema that an operation makes something in, and that is not there yet. */
    private Optional<Name> missingSchema() {
        if (!rendering.dialect().supports(Feature.SCHEMAS)) {
            return Optional.empty();
        }
        return MadeObject.of(remaining.element()).flatMap(TableName::schema).filter(schema -> !state.hasSchema(schema));
    }
}
