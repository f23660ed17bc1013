package io.godwit.plan;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.SchemaState;
import io.godwit.dialect.SchemaView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is known at one point while a plan is made. Mutable, for one thread. */
final class PlanState {

    private final SchemaState schema;
    private final List<Finding> findings = new ArrayList<>();
    private final OperationWatch watch;
    private final Map<String, PluginDefinitions> definitions = new HashMap<>();
    private boolean behindOpaqueSql;
    private boolean behindInterruptedStep;

    /** Goes on from a state that is given, so that its owner sees where it ends. */
    PlanState(SchemaView base, Dialect dialect) {
        this(base, dialect, OperationWatch.NONE);
    }

    PlanState(SchemaView base, Dialect dialect, OperationWatch watch) {
        this.watch = watch;
        this.schema = base instanceof SchemaState state ? state : new SchemaState(base, dialect);
    }

    /** What the universal SQL of a plugin has defined so far. */
    PluginDefinitions definitions(String plugin) {
        return definitions.computeIfAbsent(plugin, any -> new PluginDefinitions());
    }

    boolean knowsDefinitions(String plugin) {
        return definitions.containsKey(plugin);
    }

    SchemaState schema() {
        return schema;
    }

    OperationWatch watch() {
        return watch;
    }

    List<Finding> findings() {
        return findings;
    }

    /** Whether SQL text that could have changed any table came before. */
    boolean behindOpaqueSql() {
        return behindOpaqueSql;
    }

    void sawOpaqueSql() {
        behindOpaqueSql = true;
    }

    /** Whether a step came before of which nobody knows yet how much is done. */
    boolean behindInterruptedStep() {
        return behindInterruptedStep;
    }

    void sawInterruptedStep() {
        behindInterruptedStep = true;
        behindOpaqueSql = true;
    }
}
