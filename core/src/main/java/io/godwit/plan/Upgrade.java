package io.godwit.plan;

import io.godwit.dialect.SchemaView;
import io.godwit.failure.PlanRefusedException;
import io.godwit.history.AppliedMigration;
import io.godwit.history.History;
import io.godwit.migration.Migration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Plans what is pending: resolves, orders and renders it. For one thread. */
public final class Upgrade {

    private final Rendering rendering;
    private final SchemaView base;
    private final OperationWatch watch;
    private final AppliedMigrations applied;

    /**
     * Plans for one database.
     *
     * @param rendering for which engine
     * @param base what is known of the schema before the first migration
     * @param watch looks on and adds its findings
     */
    public Upgrade(Rendering rendering, SchemaView base, OperationWatch watch) {
        this(rendering, base, watch, AppliedMigrations.NONE);
    }

    /** As the other, for a database in which migrations are applied that later ones may go on from. */
    public Upgrade(Rendering rendering, SchemaView base, OperationWatch watch, AppliedMigrations applied) {
        this.rendering = rendering;
        this.base = base;
        this.watch = watch;
        this.applied = applied;
    }

    /**
     * Plans what is pending up to a target, rendered whole.
     *
     * @throws PlanRefusedException if a dependency, a conflict or a name stands against it
     */
    public Plan plan(Given given, History history, UpgradeTarget target, List<Finding> findings) {
        PlanState state = new PlanState(base, rendering.dialect(), watch);
        state.findings().addAll(findings);
        Map<String, Migration> pending = new HashMap<>();
        given.pending().forEach(migration -> pending.put(migration.id(), migration));
        if (target.pluginId() != null && !knows(target.pluginId(), given, history)) {
            throw new PlanRefusedException("There is no plugin '" + target.pluginId() + "'. Known plugins: "
                    + given.plugins() + ". Nothing was changed.");
        }
        MigrationRenderer renderer = new MigrationRenderer(rendering, state, applied);
        List<MigrationPlan> plans = new ArrayList<>();
        for (Node node : order(pending.values(), history, target)) {
            plans.add(renderer.up(pending.get(node.id()), given.sourceHash(node.id()), history));
        }
        return new PlanAssembly(rendering).plan(plans, state.findings(), history);
    }

    private static boolean knows(String plugin, Given given, History history) {
        return given.plugins().contains(plugin) || !history.ofPlugin(plugin).isEmpty();
    }

    private static List<Node> order(Collection<Migration> pending, History history, UpgradeTarget target) {
        if (pending.isEmpty()) {
            return List.of();
        }
        List<Node> all = new ArrayList<>();
        for (AppliedMigration applied : history.applied()) {
            if (applied.isWhole()) {
                all.add(Node.of(applied));
            }
        }
        List<Node> wanted = new ArrayList<>();
        for (Migration migration : pending) {
            Node node = Node.of(migration);
            all.add(node);
            if (target.wants(node)) {
                wanted.add(node);
            }
        }
        if (wanted.isEmpty()) {
            return List.of();
        }
        Nodes nodes = new Nodes(all);
        DependencyGraph graph = new DependencyGraph(nodes);
        List<Node> chosen = withDependencies(wanted, nodes, graph);
        checkConflicts(nodes, chosen);
        return MigrationOrder.of(chosen, graph);
    }

    private static List<Node> withDependencies(List<Node> wanted, Nodes nodes, DependencyGraph graph) {
        Map<String, Node> byId = new HashMap<>();
        nodes.all().forEach(node -> byId.put(node.id(), node));
        Set<String> chosen = new HashSet<>();
        Deque<Node> open = new ArrayDeque<>(wanted);
        List<Node> result = new ArrayList<>();
        while (!open.isEmpty()) {
            Node node = open.remove();
            if (chosen.add(node.id())) {
                result.add(node);
                graph.before(node.id()).forEach(id -> open.add(byId.get(id)));
            }
        }
        return result;
    }

    private static void checkConflicts(Nodes nodes, List<Node> chosen) {
        Set<String> together = new HashSet<>();
        List<Node> present = new ArrayList<>(chosen);
        nodes.all().stream().filter(Node::applied).forEach(present::add);
        present.forEach(node -> together.add(node.id()));
        new Conflicts(nodes).check(present, together);
    }
}
