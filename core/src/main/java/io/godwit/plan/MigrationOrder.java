package io.godwit.plan;

import io.godwit.failure.PlanRefusedException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Pending migrations in the order in which they run: dependencies first, then by plugin, version and id.
 *
 * <p>Inside a plugin a later version waits for an earlier one, unless a dependency wants it the other way round.
 */
final class MigrationOrder {

    private static final Comparator<Node> BY_VERSION =
            Comparator.comparing(Node::pluginId).thenComparing(Node::version).thenComparing(Node::id);

    private final Map<String, Node> waiting = new HashMap<>();
    private final Map<String, Integer> unmet = new HashMap<>();
    private final Map<String, List<Node>> dependants = new HashMap<>();
    private final Map<String, Node> successor = new HashMap<>();
    private final TreeSet<Node> inTurn = new TreeSet<>(BY_VERSION);
    private final TreeSet<Node> outOfTurn = new TreeSet<>(BY_VERSION);

    private MigrationOrder(List<Node> pending, DependencyGraph graph) {
        pending.forEach(node -> waiting.put(node.id(), node));
        for (Node node : pending) {
            List<String> before = graph.before(node.id()).stream()
                    .filter(waiting::containsKey)
                    .toList();
            unmet.put(node.id(), before.size());
            before.forEach(id ->
                    dependants.computeIfAbsent(id, any -> new ArrayList<>()).add(node));
        }
    }

    /**
     * Sorts what is pending.
     *
     * @throws PlanRefusedException with the whole loop, if migrations wait for each other
     */
    static List<Node> of(List<Node> pending, DependencyGraph graph) {
        return new MigrationOrder(pending, graph).ordered(pending, graph);
    }

    private List<Node> ordered(List<Node> pending, DependencyGraph graph) {
        List<Node> sorted = pending.stream().sorted(BY_VERSION).toList();
        for (int i = 0; i < sorted.size(); i++) {
            Node node = sorted.get(i);
            boolean first = i == 0 || !sorted.get(i - 1).pluginId().equals(node.pluginId());
            if (!first) {
                successor.put(sorted.get(i - 1).id(), node);
            }
            if (unmet.get(node.id()) == 0) {
                (first ? inTurn : outOfTurn).add(node);
            }
        }
        List<Node> ordered = new ArrayList<>();
        Map<String, Boolean> turn = new HashMap<>();
        while (!inTurn.isEmpty() || !outOfTurn.isEmpty()) {
            Node next = inTurn.isEmpty() ? outOfTurn.pollFirst() : inTurn.pollFirst();
            ordered.add(next);
            waiting.remove(next.id());
            release(next, sorted, turn);
        }
        if (!waiting.isEmpty()) {
            throw cycle(graph);
        }
        return ordered;
    }

    /** Those that waited for {@code done} alone may run now; the next of its plugin is in turn now. */
    private void release(Node done, List<Node> sorted, Map<String, Boolean> turn) {
        Node following = successor.get(done.id());
        while (following != null && !waiting.containsKey(following.id())) {
            following = successor.get(following.id());
        }
        if (following != null && !isBehind(following, sorted)) {
            turn.put(following.id(), true);
            if (outOfTurn.remove(following)) {
                inTurn.add(following);
            }
        }
        for (Node dependant : dependants.getOrDefault(done.id(), List.of())) {
            if (unmet.merge(dependant.id(), -1, Integer::sum) == 0) {
                (turn.containsKey(dependant.id()) || isFirst(dependant, sorted) ? inTurn : outOfTurn).add(dependant);
            }
        }
    }

    private boolean isBehind(Node node, List<Node> sorted) {
        return !isFirst(node, sorted);
    }

    /** Whether no earlier one of its plugin waits. */
    private boolean isFirst(Node node, List<Node> sorted) {
        int at = Collections.binarySearch(sorted, node, BY_VERSION);
        for (int i = at - 1; i >= 0 && sorted.get(i).pluginId().equals(node.pluginId()); i--) {
            if (waiting.containsKey(sorted.get(i).id())) {
                return false;
            }
        }
        return true;
    }

    private PlanRefusedException cycle(DependencyGraph graph) {
        List<String> path = new ArrayList<>();
        String at = waiting.keySet().stream().sorted().findFirst().orElseThrow();
        while (!path.contains(at)) {
            path.add(at);
            at = graph.before(at).stream()
                    .filter(waiting::containsKey)
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
        List<String> loop = new ArrayList<>(path.subList(path.indexOf(at), path.size()));
        loop.add(at);
        return new PlanRefusedException("Migrations wait for each other: " + String.join(" needs ", loop)
                + ". Nothing was changed. Take one of these dependencies away.");
    }
}
