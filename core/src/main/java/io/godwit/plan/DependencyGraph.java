package io.godwit.plan;

import io.godwit.failure.PlanRefusedException;
import io.godwit.migration.Dependency;
import io.godwit.migration.Version;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which pending migration must wait for which.
 *
 * <p>A dependency on {@code plugin@range} is met when the plugin's highest wholly applied version lies in the range: the plugin's
 * versions up to the highest one in the range come before, and those beyond it after the one that asks.
 */
final class DependencyGraph {

    private final Nodes nodes;
    private final Map<String, Set<String>> waitsFor = new HashMap<>();

    DependencyGraph(Nodes nodes) {
        this.nodes = nodes;
        for (Node node : nodes.all()) {
            if (!node.applied()) {
                waitsFor.computeIfAbsent(node.id(), id -> new LinkedHashSet<>());
                node.relations().dependencies().forEach(dependency -> add(node, dependency));
            }
        }
    }

    /** The pending migrations that come before this one. */
    Set<String> before(String id) {
        return waitsFor.getOrDefault(id, Set.of());
    }

    private void add(Node node, Dependency dependency) {
        List<Node> targets = nodes.targets(node, dependency);
        if (targets.isEmpty()) {
            throw new PlanRefusedException("Migration " + node.id() + " needs '" + dependency
                    + "', and there is no migration or plugin of that name, neither applied nor given. Known plugins: "
                    + nodes.plugins() + ". Nothing was changed. Add the plugin, or correct the dependency.");
        }
        if (targets.size() == 1 && targets.get(0).id().equals(dependency.target())) {
            wait(node, targets.get(0));
        } else {
            waitForPlugin(node, dependency, targets);
        }
    }

    private void waitForPlugin(Node node, Dependency dependency, List<Node> targets) {
        Version last = met(dependency, targets).orElseGet(() -> highestInRange(node, dependency, targets));
        for (Node target : targets) {
            if (target.version().compareTo(last) <= 0) {
                wait(node, target);
            } else if (!nodes.inRange(dependency, target)) {
                if (target.applied()) {
                    throw outOfRange(node, dependency, targets);
                }
                wait(target, node);
            }
        }
    }

    /** The plugin's version now, where that lies in the range and all of it is applied: then nothing more of it is asked for. */
    private Optional<Version> met(Dependency dependency, List<Node> targets) {
        return nodes.range(dependency)
                .flatMap(range -> targets.stream()
                        .filter(Node::applied)
                        .map(Node::version)
                        .max(Comparator.naturalOrder())
                        .filter(range::contains))
                .filter(now -> targets.stream()
                        .allMatch(target -> target.applied() || target.version().compareTo(now) > 0));
    }

    private Version highestInRange(Node node, Dependency dependency, List<Node> targets) {
        return targets.stream()
                .filter(target -> nodes.inRange(dependency, target))
                .map(Node::version)
                .max(Comparator.naturalOrder())
                .orElseThrow(() -> outOfRange(node, dependency, targets));
    }

    private void wait(Node node, Node first) {
        if (!first.applied() && !first.id().equals(node.id())) {
            waitsFor.computeIfAbsent(node.id(), id -> new LinkedHashSet<>()).add(first.id());
        }
    }

    private static PlanRefusedException outOfRange(Node node, Dependency dependency, List<Node> targets) {
        List<String> there = targets.stream()
                .sorted(Comparator.comparing(Node::version))
                .map(target -> target.version() + (target.applied() ? " (applied)" : " (given)"))
                .distinct()
                .toList();
        return new PlanRefusedException("Migration " + node.id() + " needs '" + dependency + "', and of plugin "
                + dependency.target() + " there is " + there
                + ". Nothing was changed. Bring the plugin to a version in that range, or widen the range.");
    }
}
