package io.godwit.changelog;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.SchemaState;
import io.godwit.dialect.UnknownSchema;
import io.godwit.failure.GodwitException;
import io.godwit.migration.Step;
import io.godwit.operation.EngineSql;
import io.godwit.operation.Operation;
import io.godwit.operation.Sql;
import io.godwit.operation.SqlSource;
import io.godwit.plan.PluginDefinitions;
import io.godwit.plan.Rendering;
import io.godwit.plan.StepRenderer;
import io.godwit.plan.StepScripts;
import io.godwit.universal.UniversalTranslator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells whether every one of several engines can say a text as universal SQL; remembers what the accepted ones made. For one thread. */
final class UniversalCheck {

    private final Map<Rendering, SchemaState> engines = new LinkedHashMap<>();

    UniversalCheck(List<Dialect> dialects) {
        for (Dialect dialect : dialects) {
            engines.put(
                    new Rendering(dialect, new UniversalTranslator(dialect), Map.of()),
                    new SchemaState(new UnknownSchema(), dialect));
        }
    }

    /** Of one engine nothing can be told: where SQL is universal, every text passes. */
    boolean accepts(SqlSource text) {
        if (engines.size() < 2) {
            return false;
        }
        Map<SchemaState, List<Operation>> done = new LinkedHashMap<>();
        Operation operation = new Sql(new EngineSql(Map.of(EngineSql.UNIVERSAL, text)));
        try {
            engines.forEach((rendering, state) -> done.put(state, read(operation, rendering, state)));
        } catch (GodwitException | IllegalArgumentException another) {
            return false;
        }
        done.forEach((state, operations) -> operations.forEach(state::apply));
        return true;
    }

    private static List<Operation> read(Operation operation, Rendering rendering, SchemaState state) {
        StepScripts scripts = new StepRenderer(rendering, "conversion")
                .open(
                        Step.of("sql", List.of(operation)),
                        0,
                        new SchemaState(state, rendering.dialect()),
                        new PluginDefinitions(),
                        new ArrayList<>());
        List<Operation> done = new ArrayList<>();
        while (scripts.hasNext()) {
            done.addAll(scripts.next().operations());
        }
        return done;
    }
}
