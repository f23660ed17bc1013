package io.godwit.archive.dump;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.RenderContext;
import io.godwit.dialect.SchemaState;
import io.godwit.dialect.Statement;
import io.godwit.dialect.Translator;
import io.godwit.dialect.UnknownSchema;
import io.godwit.failure.GodwitException;
import io.godwit.operation.Operation;
import io.godwit.universal.UniversalTranslator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An engine that a package may come to, and what it would hold there so far. For one thread. */
final class KnownEngine {

    private final Dialect dialect;
    private final Translator translator;
    private final SchemaState state;

    KnownEngine(Dialect dialect) {
        this.dialect = dialect;
        this.translator = new UniversalTranslator(dialect);
        this.state = new SchemaState(new UnknownSchema(), dialect);
    }

    Dialect dialect() {
        return dialect;
    }

    Translator translator() {
        return translator;
    }

    SchemaState state() {
        return state;
    }

    /** Why the engine does not take an operation after those that it took; empty if it does. */
    Optional<String> refusal(Operation operation) {
        try {
            statements(operation);
            return Optional.empty();
        } catch (GodwitException | IllegalArgumentException refused) {
            return Optional.of(
                    String.valueOf(refused.getMessage()).lines().findFirst().orElse(""));
        }
    }

    /**
     * What the engine runs for an operation.
     *
     * @throws GodwitException if it does not take it
     */
    List<String> statements(Operation operation) {
        return dialect
                .renderer(new RenderContext(state, translator, Map.of(), note -> {}))
                .render(List.of(operation))
                .stream()
                .map(Statement::sql)
                .toList();
    }

    void take(Operation operation) {
        state.apply(operation);
    }
}
