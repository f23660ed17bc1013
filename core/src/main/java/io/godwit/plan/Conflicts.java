package io.godwit.plan;

import io.godwit.failure.PlanRefusedException;
import io.godwit.migration.Dependency;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Refuses migrations that must not be applied beside each other, whichever of the two says so. */
final class Conflicts {

    private final Nodes nodes;

    Conflicts(Nodes nodes) {
        this.nodes = nodes;
    }

    /**
     * Checks what would be applied together.
     *
     * @param together ids of all that is applied or is about to be
     */
    void check(Collection<Node> asking, Set<String> together) {
        List<String> found = new ArrayList<>();
        for (Node node : asking) {
            for (Dependency conflict : node.relations().conflicts()) {
                nodes.targets(node, conflict).stream()
                        .filter(other ->
                                together.contains(other.id()) && !other.id().equals(node.id()))
                        .filter(other -> nodes.inRange(conflict, other))
                        .findFirst()
                        .ifPresent(other -> found.add(describe(node, conflict, other)));
            }
        }
        if (!found.isEmpty()) {
            throw new PlanRefusedException(String.join("\n", found)
                    + "\nNothing was changed. Leave one of them out, or roll back the one that is applied.");
        }
    }

    private static String describe(Node node, Dependency conflict, Node other) {
        return "Migration " + node.id() + " conflicts with '" + conflict + "': " + other.id() + " of "
                + other.pluginId() + " " + other.version()
                + (other.applied() ? " is applied." : " would be applied beside it.");
    }
}
