package io.godwit.plan;

import io.godwit.dialect.SchemaState;
import io.godwit.dialect.UnknownSchema;
import io.godwit.failure.GodwitException;
import io.godwit.migration.Migration;
import io.godwit.migration.Step;
import io.godwit.operation.Operation;
import io.godwit.operation.Sql;
import io.godwit.universal.Definitions;
import io.godwit.universal.UniversalScript;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What the universal SQL of one plugin has defined that no database keeps: enumerations, domains, functions of triggers. Mutable, for
 * one thread.
 */
public final class PluginDefinitions {

    private final Definitions definitions;
    private Consumer<Operation> follower = operation -> {};

    /** Of a plugin that has defined nothing. */
    public PluginDefinitions() {
        this(new Definitions());
    }

    private PluginDefinitions(Definitions definitions) {
        this.definitions = definitions;
    }

    Definitions definitions() {
        return definitions;
    }

    /** The same knowledge, to go on from in another direction. */
    public PluginDefinitions copy() {
        return new PluginDefinitions(definitions.copy());
    }

    /**
     * Tells what migrations of one plugin did, in universal SQL too: one operation after the other, as far as they can be read.
     *
     * @param applied in the order in which they were
     */
    public static void replay(List<Migration> applied, Rendering rendering, Consumer<Operation> follower) {
        PluginDefinitions definitions = new PluginDefinitions();
        definitions.follower = follower;
        definitions.learn(applied, rendering);
    }

    /** Reads again what migrations have defined that are applied already, in the order in which they were. */
    void learn(List<Migration> applied, Rendering rendering) {
        SchemaState replayed = new SchemaState(new UnknownSchema(), rendering.dialect());
        for (Migration migration : applied) {
            for (Step step : StepOrder.of(migration.up())) {
                learn(step, rendering, replayed);
            }
        }
    }

    /** Reads the steps again that an earlier run has done. */
    void learn(List<Step> steps, Set<String> done, Rendering rendering) {
        SchemaState replayed = new SchemaState(new UnknownSchema(), rendering.dialect());
        steps.stream().filter(step -> done.contains(step.id())).forEach(step -> learn(step, rendering, replayed));
    }

    /** What cannot be read any more was run as it is, and has defined nothing. */
    private void learn(Step step, Rendering rendering, SchemaState replayed) {
        for (Operation operation : step.allOperations()) {
            if (operation instanceof Sql sql) {
                UniversalText.of(sql, rendering, definitions, note -> {}).ifPresent(script -> learn(script, replayed));
            } else {
                follow(operation, replayed);
            }
        }
    }

    private void learn(UniversalScript script, SchemaState replayed) {
        while (script.hasNext()) {
            for (Operation operation : understood(script, replayed)) {
                follow(operation, replayed);
            }
        }
    }

    private static List<Operation> understood(UniversalScript script, SchemaState replayed) {
        try {
            return script.next(replayed);
        } catch (GodwitException notForThisEngine) {
            return List.of();
        }
    }

    private void follow(Operation operation, SchemaState replayed) {
        replayed.apply(operation);
        definitions.follow(operation);
        follower.accept(operation);
    }
}
