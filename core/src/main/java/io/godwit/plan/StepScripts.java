package io.godwit.plan;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.Feature;
import io.godwit.dialect.RenderContext;
import io.godwit.dialect.Renderer;
import io.godwit.dialect.SchemaState;
import io.godwit.dialect.Statement;
import io.godwit.failure.UnsupportedByDialectException;
import io.godwit.operation.CreateSchema;
import io.godwit.operation.Operation;
import io.godwit.operation.Sql;
import io.godwit.schema.Name;
import io.godwit.schema.Position;
import io.godwit.schema.TableName;
import io.godwit.universal.Definitions;
import io.godwit.universal.UniversalScript;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The scripts of one step's operations, made one after the other, so that a step behind opaque SQL can look at the database
 * again in between. Mutable, for one thread.
 */
public final class StepScripts {

    private static final System.Logger LOG = System.getLogger(StepScripts.class.getName());

    private final Rendering rendering;
    private final Consumer<String> notes;
    private final OnOperation onOperation;
    private final Deque<Operation> remaining = new ArrayDeque<>();
    private final Deque<Operation> unread;
    private final List<Operation> passed = new ArrayList<>();
    private final Definitions definitions;
    private final IdentityHashMap<Operation, Position> places = new IdentityHashMap<>();
    private int done;
    private @Nullable UniversalScript script;
    private SchemaState state;

    /** Is told of each operation that has something to do, while the state is the one before it. */
    interface OnOperation {
        void rendered(Operation operation, List<Statement> statements);
    }

    /**
     * Begins with the first operation that is not done.
     *
     * @param done how many of the first operations are done already
     * @param definitions what the plugin's universal SQL has defined before; goes on with it
     */
    StepScripts(
            Rendering rendering,
            List<Operation> operations,
            int done,
            SchemaState state,
            Definitions definitions,
            Consumer<String> notes,
            OnOperation onOperation) {
        this.onOperation = onOperation;
        this.rendering = rendering;
        this.notes = notes;
        this.unread = new ArrayDeque<>(operations);
        this.definitions = definitions;
        this.done = done;
        this.state = state;
    }

    /** Whether there is more; reads universal SQL as far as its next operation. */
    public boolean hasNext() {
        while (remaining.isEmpty() && (script != null || !unread.isEmpty())) {
            read();
        }
        return !remaining.isEmpty();
    }

    /** The operations that an earlier run has done, or begun: the first ones, universal SQL read into what it says. */
    public List<Operation> passed() {
        while (done > 0 && (script != null || !unread.isEmpty())) {
            read();
        }
        return List.copyOf(passed);
    }

    /** Reads one statement of universal SQL, or all operations up to the next such text. */
    private void read() {
        UniversalScript open = script;
        if (open != null) {
            if (open.hasNext()) {
                boolean again = done > 0;
                List<Operation> operations = again ? open.again(state) : open.next(state);
                operations.forEach(operation -> places.put(operation, open.position()));
                operations.forEach(this::add);
            } else {
                script = null;
            }
            return;
        }
        while (!unread.isEmpty()) {
            if (unread.element() instanceof Sql sql && sql.text().universal().isPresent() && !remaining.isEmpty()) {
                return;
            }
            Operation operation = unread.remove();
            Optional<UniversalScript> universal = operation instanceof Sql sql
                    ? UniversalText.of(sql, rendering, definitions, notes)
                    : Optional.empty();
            if (universal.isPresent()) {
                script = universal.get();
                return;
            }
            add(operation);
        }
    }

    /** What an earlier run has done is not done again. */
    private void add(Operation operation) {
        if (done > 0) {
            done--;
            passed.add(operation);
            definitions.follow(operation);
        } else {
            remaining.add(operation);
        }
    }

    /** Goes on from another state of the schema. */
    public void continueFrom(SchemaState other) {
        state = other;
    }

    /** Renders the next operations that belong together. */
    public OperationScript next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the step has no more operations");
        }
        missingSchema().ifPresent(schema -> remaining.addFirst(new CreateSchema(schema)));
        Operation first = remaining.element();
        if (new ExistenceGuard(state).nothingToDo(first)) {
            remaining.remove();
            definitions.follow(first);
            return new OperationScript(List.of(first), List.of(), List.of(new JournalEntry(Inverse.exact(), Set.of())));
        }
        Dialect dialect = rendering.dialect();
        Renderer renderer =
                dialect.renderer(new RenderContext(state, rendering.translator(), rendering.typeMapping(), notes));
        List<Operation> candidates = List.copyOf(remaining);
        List<Operation> group = candidates.subList(0, renderer.together(candidates));
        List<Statement> statements = rendered(renderer, group);
        List<JournalEntry> inverses = new ArrayList<>();
        for (Operation operation : group) {
            remaining.remove();
            onOperation.rendered(operation, statements);
            Inverse inverse = new Inverses(state, dialect.naming(), dialect.engine()).of(operation);
            inverses.add(new JournalEntry(inverse(operation, inverse, statements), RowTarget.of(operation)));
            state.apply(operation);
            definitions.follow(operation);
            places.remove(operation);
        }
        return new OperationScript(group, statements, inverses);
    }

    /** Takes the next operation for done, rendered or not, by this run or by one that was interrupted. */
    void assume() {
        Operation operation = remaining.remove();
        try {
            state.apply(operation);
        } catch (IllegalArgumentException done) {
            LOG.log(System.Logger.Level.TRACE, "what the operation does is there already", done);
        }
        definitions.follow(operation);
    }

    private List<Statement> rendered(Renderer renderer, List<Operation> group) {
        try {
            return renderer.render(group);
        } catch (UnsupportedByDialectException | IllegalArgumentException refusal) {
            Position place = places.get(group.get(refused(renderer, group)));
            throw place == null ? refusal : UniversalScript.placed(refusal, place);
        }
    }

    /** Which operation of a group that cannot be rendered is the first that cannot. */
    private static int refused(Renderer renderer, List<Operation> group) {
        int last = group.size() - 1;
        for (int index = 0; index < last; index++) {
            try {
                renderer.render(group.subList(0, index + 1));
            } catch (UnsupportedByDialectException | IllegalArgumentException refusal) {
                return index;
            }
        }
        return last;
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
