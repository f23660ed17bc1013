package io.godwit.plan;

import io.godwit.failure.PlanRefusedException;
import io.godwit.migration.Dependency;
import io.godwit.migration.VersionRange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All migrations that are applied or given, by id and by plugin. */
final class Nodes {

    private final Map<String, Node> byId = new LinkedHashMap<>();
    private final Map<String, List<Node>> byPlugin = new TreeMap<>();
    private final Map<String, VersionRange> ranges = new HashMap<>();

    Nodes(Collection<Node> nodes) {
        for (Node node : nodes) {
            byId.put(node.id(), node);
            byPlugin.computeIfAbsent(node.pluginId(), plugin -> new ArrayList<>())
                    .add(node);
        }
    }

    Collection<Node> all() {
        return byId.values();
    }

    /** The migrations that a dependency or conflict speaks of: one migration, or all of a plugin's; empty if there is none. */
    List<Node> targets(Node asking, Dependency dependency) {
        Node migration = byId.get(dependency.target());
        List<Node> plugin = byPlugin.get(dependency.target());
        if (migration != null && plugin != null) {
            throw new PlanRefusedException("Migration " + asking.id() + " names '" + dependency
                    + "', which is both a migration and a plugin. Nothing was changed. Rename one of them.");
        }
        if (migration != null) {
            return List.of(migration);
        }
        return plugin == null ? List.of() : List.copyOf(plugin);
    }

    boolean inRange(Dependency dependency, Node node) {
        return range(dependency).map(range -> range.contains(node.version())).orElse(true);
    }

    Optional<VersionRange> range(Dependency dependency) {
        return Optional.ofNullable(dependency.versions())
                .map(text -> ranges.computeIfAbsent(text, VersionRange::parse));
    }

    Collection<String> plugins() {
        return byPlugin.keySet();
    }
}
