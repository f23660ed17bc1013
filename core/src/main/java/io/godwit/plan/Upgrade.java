package io.godwit.plan;

import io.godwit.dialect.SchemaView;
import io.godwit.failure.GodwitException;
import io.godwit.failure.PlanRefusedException;
import io.godwit.history.AppliedMigration;
import io.godwit.history.History;
import io.godwit.migration.Migration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Plans what is pending: resolves, orders and renders it. For one thread. */
public final class Upgrade {

    private final Rendering rendering;
    private final SchemaView base;
    private final OperationWatch watch;
    private final AppliedMigrations applied;
    private final Owners owners;

    /**
     * Plans for one database.
     *
     * @param rendering for which engine
     * @param base what is known of the schema before the first migration
     * @param watch looks on and adds its findings
     */
    public Upgrade(Rendering rendering, SchemaView base, OperationWatch watch) {
        this(rendering, base, watch, AppliedMigrations.NONE, Owners.NONE);
    }

    /** As the other, for a database in which migrations are applied that later ones may go on from. */
    public Upgrade(
            Rendering rendering, SchemaView base, OperationWatch watch, AppliedMigrations applied, Owners owners) {
        this.rendering = rendering;
        this.base = base;
        this.watch = watch;
        this.applied = applied;
        this.owners = owners;
    }

    /**
     * Plans what is pending up to a target, rendered whole.
     *
     * @throws PlanRefusedException if a dependency, a conflict or a name stands against it
     */
    public Plan plan(Given given, History history, UpgradeTarget target, List<Finding> findings) {
        Collisions collisions = new Collisions(rendering.dialect(), owners);
        PlanState state = new PlanState(base, rendering.dialect(), OperationWatch.both(watch, collisions));
        state.findings().addAll(findings);
        MigrationRenderer renderer = new MigrationRenderer(rendering, state, applied);
        List<MigrationPlan> plans = new ArrayList<>();
        try {
            for (Migration migration : order(given, history, target)) {
                plans.add(renderer.up(migration, given.sourceHash(migration.id()), history));
            }
        } catch (GodwitException e) {
            // What is made twice is the likelier cause of whatever else went wrong.
            collisions.throwIfAny();
            throw e;
        }
        collisions.throwIfAny();
        return new PlanAssembly(rendering).plan(plans, state.findings(), history);
    }

    /**
     * What is pending up to a target, in the order in which it would run. Looks at nothing but dependencies and conflicts.
     *
     * @throws PlanRefusedException with all that stands against it
     */
    public static List<Migration> order(Given given, History history, UpgradeTarget target) {
        if (target.pluginId() != null && !knows(target.pluginId(), given, history)) {
            throw new PlanRefusedException("There is no plugin '" + target.pluginId() + "'. Known plugins: "
                    + given.plugins() + ". Nothing was changed.");
        }
        Map<String, Migration> pending = new HashMap<>();
        given.pending().forEach(migration -> pending.put(migration.id(), migration));
        List<Node> all = new ArrayList<>();
        for (AppliedMigration applied : history.applied()) {
            if (applied.isWhole() || !pending.containsKey(applied.migrationId())) {
                all.add(Node.of(applied));
            }
        }
        pending.values().forEach(migration -> all.add(Node.of(migration)));
        return new Resolution(all, target::wants)
                .order().stream().map(node -> pending.get(node.id())).toList();
    }

    private static boolean knows(String plugin, Given given, History history) {
        return given.plugins().contains(plugin) || !history.ofPlugin(plugin).isEmpty();
    }
}
