package io.godwit.compare;

import io.godwit.engine.Session;
import io.godwit.plan.Rendering;
import io.godwit.schema.Schema;
import java.util.List;
import java.util.function.Function;

/** Reads two databases, each of one moment, and sets them beside each other. Writes to neither. For the thread that owns the sessions. */
public final class DatabaseComparison {

    private final CompareOptions asked;
    private final CommonGround ground;
    private final Side here;
    private final Side there;

    /** @param renderings what documents of the histories are read with */
    public DatabaseComparison(
            Session here, Session there, Function<Session, Rendering> renderings, CompareOptions asked) {
        this.asked = asked;
        this.ground = CommonGround.of(here.dialect(), there.dialect());
        this.here = new Side("here", here, renderings.apply(here));
        this.there = new Side("there", there, renderings.apply(there));
    }

    /**
     * All that was asked.
     *
     * @throws io.godwit.failure.PlanRefusedException if what was asked for is on neither side
     * @throws io.godwit.failure.DatabaseUnavailableException if one of them does not answer; the message says which
     */
    public Comparison compared() {
        return here.inOneMoment(() -> there.inOneMoment(this::together));
    }

    private Comparison together() {
        ComparedScope scope = ComparedScope.of(asked, ground, here, there);
        Schema ours = scope.of(here.schema());
        Schema theirs = scope.of(there.schema());
        SchemaComparison schemas = new SchemaComparison(ground);
        List<Difference> differences = schemas.between(ours, theirs);
        List<ComparedMigration> migrations =
                new MigrationComparison(here.recorded(), there.recorded()).all(asked.pluginId());
        List<ComparedTable> tables = new RowsComparison(asked, ground, here, there).of(ours, theirs);
        return new Comparison(
                here.described(),
                there.described(),
                migrations,
                new Explanation(ground, scope, here, there).of(differences, migrations),
                tables,
                List.of(),
                schemas.uncompared());
    }
}
