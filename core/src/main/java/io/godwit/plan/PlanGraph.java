package io.godwit.plan;

import io.godwit.migration.Dependency;
import io.godwit.migration.Migration;
import io.godwit.migration.VersionRange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The migrations of a plan and what they depend on. Immutable.
 *
 * <p>What the plan does not hold is there already: a migration by its id, a plugin by its own with the ranges that are asked of it.
 */
final class PlanGraph {

    /**
     * An arrow from what comes first to what needs it.
     *
     * @param from place in {@link #nodes}, before that of {@code to}
     */
    record Edge(int from, int to) {}

    private final List<GraphNode> nodes = new ArrayList<>();
    private final Set<Edge> edges = new LinkedHashSet<>();

    PlanGraph(Plan plan) {
        List<MigrationPlan> upward = new ArrayList<>(plan.migrations());
        if (upward.stream().anyMatch(migration -> migration.direction() == Direction.DOWN)) {
            Collections.reverse(upward);
        }
        List<Migration> migrations =
                upward.stream().map(MigrationPlan::migration).toList();
        Map<String, Integer> places = new LinkedHashMap<>();
        external(migrations).forEach((target, wanted) -> {
            places.put(target, nodes.size());
            nodes.add(new GraphNode(target, "", wanted, 0));
        });
        int first = nodes.size();
        for (int at = 0; at < upward.size(); at++) {
            boolean down = upward.get(at).direction() == Direction.DOWN;
            nodes.add(node(upward.get(at), down ? upward.size() - at : at + 1));
        }
        for (int at = 0; at < migrations.size(); at++) {
            for (Dependency dependency : migrations.get(at).dependencies()) {
                int from = target(dependency, migrations.subList(0, at))
                        .map(place -> first + place)
                        .orElseGet(() -> places.get(dependency.target()));
                edges.add(new Edge(from, first + at));
            }
        }
    }

    private static GraphNode node(MigrationPlan plan, int position) {
        Migration migration = plan.migration();
        String words = (plan.direction() == Direction.DOWN ? "back, " : "") + migration.pluginId() + " "
                + migration.version() + (plan.skipped() ? ", only recorded" : "");
        return new GraphNode(migration.id(), migration.pluginId(), words, position);
    }

    /** In the order in which they are asked for, with what is asked of them. */
    private static Map<String, String> external(List<Migration> migrations) {
        Map<String, Set<String>> wanted = new LinkedHashMap<>();
        for (int at = 0; at < migrations.size(); at++) {
            for (Dependency dependency : migrations.get(at).dependencies()) {
                if (target(dependency, migrations.subList(0, at)).isEmpty()) {
                    String versions = dependency.versions();
                    Set<String> ranges = wanted.computeIfAbsent(dependency.target(), any -> new LinkedHashSet<>());
                    if (versions != null) {
                        ranges.add(versions);
                    }
                }
            }
        }
        Map<String, String> external = new LinkedHashMap<>();
        wanted.forEach((target, ranges) ->
                external.put(target, "applied" + (ranges.isEmpty() ? "" : ": " + String.join(", ", ranges))));
        return external;
    }

    /** The place among the migrations before: that of the one named, or of the plugin's last one in the range. */
    private static Optional<Integer> target(Dependency dependency, List<Migration> before) {
        Optional<VersionRange> range = dependency.range();
        for (int at = before.size() - 1; at >= 0; at--) {
            Migration migration = before.get(at);
            boolean ofPlugin = migration.pluginId().equals(dependency.target())
                    && (range.isEmpty() || range.get().contains(migration.version()));
            if (ofPlugin || migration.id().equals(dependency.target())) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    /** What comes first stands first. */
    List<GraphNode> nodes() {
        return List.copyOf(nodes);
    }

    List<Edge> edges() {
        return List.copyOf(edges);
    }

    List<Edge> edgesFrom(int node) {
        return edges.stream().filter(edge -> edge.from() == node).toList();
    }
}
