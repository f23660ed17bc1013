package io.godwit.tck.harness;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.SchemaState;
import io.godwit.dialect.SchemaView;
import io.godwit.failure.GodwitException;
import io.godwit.schema.Query;
import io.godwit.tck.harness.EdgeExpressions.Edge;
import io.godwit.universal.UniversalForm;
import io.godwit.universal.UniversalTranslator;
import java.util.List;

/** Which of the universal set an engine has, found by translating it, without a database. Immutable. */
public final class EngineForms {

    /** How much of a line an engine has. */
    public enum Extent {
        /** All of it. */
        WHOLE,
        /** With some of the literals that may stand in it. */
        PARTLY,
        /** Nothing: it is refused by name. */
        NONE
    }

    private final UniversalTranslator translator;
    private final SchemaView schema;

    public EngineForms(Dialect dialect) {
        SchemaState state = new SchemaState(new EmptySchema(), dialect);
        state.apply(new EdgeTable().create());
        this.translator = new UniversalTranslator(dialect);
        this.schema = state;
    }

    public Extent extent(UniversalForm form) {
        List<Edge> edges = EdgeExpressions.of(form);
        long taken = edges.stream().filter(this::translates).count();
        return taken == edges.size() ? Extent.WHOLE : taken == 0 ? Extent.NONE : Extent.PARTLY;
    }

    private boolean translates(Edge edge) {
        try {
            translator.query(Query.of(edge.query()), schema);
            return true;
        } catch (GodwitException refused) {
            return false;
        }
    }
}
