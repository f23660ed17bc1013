package io.godwit.tck.harness;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.RenderContext;
import io.godwit.dialect.Renderer;
import io.godwit.dialect.SchemaState;
import io.godwit.dialect.SchemaView;
import io.godwit.dialect.Statement;
import io.godwit.dialect.Translator;
import io.godwit.operation.Operation;
import io.godwit.operation.Sql;
import io.godwit.plan.Inverse;
import io.godwit.plan.Inverses;
import io.godwit.universal.Definitions;
import io.godwit.universal.UniversalScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Turns the operations of one step into statements and inverses, with nothing but the SPI. */
final class SpiRendering {

    private final Dialect dialect;
    private final SchemaView live;
    private final Translator translator;
    private final Definitions definitions;
    private final Consumer<String> findings;

    SpiRendering(
            Dialect dialect,
            SchemaView live,
            Translator translator,
            Definitions definitions,
            Consumer<String> findings) {
        this.definitions = definitions;
        this.dialect = dialect;
        this.live = live;
        this.translator = translator;
        this.findings = findings;
    }

    RenderedStep step(List<Operation> operations) {
        SchemaState state = new SchemaState(live, dialect);
        List<Operation> rest = new ArrayList<>(operations);
        List<Operation> done = new ArrayList<>();
        List<Statement> statements = new ArrayList<>();
        List<Inverse> inverses = new ArrayList<>();
        while (!rest.isEmpty()) {
            if (isUniversal(rest.get(0))) {
                UniversalScript script = script((Sql) rest.remove(0));
                while (script.hasNext()) {
                    render(new ArrayList<>(script.next(state)), state, done, statements, inverses);
                }
            } else {
                int end = 0;
                while (end < rest.size() && !isUniversal(rest.get(end))) {
                    end++;
                }
                render(rest.subList(0, end), state, done, statements, inverses);
            }
        }
        return new RenderedStep(done, statements, inverses);
    }

    private boolean isUniversal(Operation operation) {
        return operation instanceof Sql sql
                && sql.text().forEngine(dialect.keys()).isEmpty()
                && sql.text().universal().isPresent();
    }

    private UniversalScript script(Sql sql) {
        return new UniversalScript(sql.text().universal().orElseThrow(), dialect, definitions, findings);
    }

    private void render(
            List<Operation> rest,
            SchemaState state,
            List<Operation> done,
            List<Statement> statements,
            List<Inverse> inverses) {
        while (!rest.isEmpty()) {
            Renderer renderer = dialect.renderer(new RenderContext(state, translator, Map.of(), findings));
            List<Operation> group = List.copyOf(rest.subList(0, renderer.together(rest)));
            statements.addAll(renderer.render(group));
            for (Operation operation : group) {
                inverses.add(new Inverses(state, dialect.naming(), dialect.engine()).of(operation));
                state.apply(operation);
                definitions.follow(operation);
                done.add(operation);
            }
            rest.subList(0, group.size()).clear();
        }
    }
}
