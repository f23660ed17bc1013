package io.godwit.tck.harness;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.RenderContext;
import io.godwit.dialect.Renderer;
import io.godwit.dialect.SchemaState;
import io.godwit.dialect.SchemaView;
import io.godwit.dialect.Statement;
import io.godwit.dialect.Translator;
import io.godwit.operation.Operation;
import io.godwit.plan.Inverse;
import io.godwit.plan.Inverses;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Turns the operations of one step into statements and inverses, with nothing but the SPI. */
final class SpiRendering {

    private final Dialect dialect;
    private final SchemaView live;
    private final Translator translator;
    private final Consumer<String> findings;

    SpiRendering(Dialect dialect, SchemaView live, Translator translator, Consumer<String> findings) {
        this.dialect = dialect;
        this.live = live;
        this.translator = translator;
        this.findings = findings;
    }

    RenderedStep step(List<Operation> operations) {
        SchemaState state = new SchemaState(live, dialect);
        List<Operation> rest = new ArrayList<>(operations);
        List<Statement> statements = new ArrayList<>();
        List<Inverse> inverses = new ArrayList<>();
        while (!rest.isEmpty()) {
            Renderer renderer = dialect.renderer(new RenderContext(state, translator, Map.of(), findings));
            List<Operation> group = List.copyOf(rest.subList(0, renderer.together(rest)));
            statements.addAll(renderer.render(group));
            for (Operation operation : group) {
                inverses.add(new Inverses(state, dialect.naming(), dialect.engine()).of(operation));
                state.apply(operation);
            }
            rest.subList(0, group.size()).clear();
        }
        return new RenderedStep(statements, inverses);
    }
}
