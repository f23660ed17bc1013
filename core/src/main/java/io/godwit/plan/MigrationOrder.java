package io.godwit.plan;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Puts migrations into the order in which they run: dependencies first, then by plugin, version and id.
 *
 * <p>Inside a plugin a later one waits for an earlier one, unless a dependency wants it the other way round.
 */
final class MigrationOrder {

    private final Nodes nodes;
    private final BitSet chosen;
    private final Rules rules;
    private final Moment now;
    private final DependencyGraph graph;

    MigrationOrder(Nodes nodes, BitSet chosen, Rules rules, Moment now) {
        this.nodes = nodes;
        this.chosen = chosen;
        this.rules = rules;
        this.now = now;
        this.graph = new DependencyGraph(nodes, chosen, rules, now);
    }

    /** The places in order; empty if there is no order, or none was found in the time that is given to it. */
    Optional<List<Integer>> find() {
        List<Integer> straight = loops().any() ? List.of() : straight();
        boolean holds =
                straight.size() == chosen.cardinality() && broken(straight).isEmpty();
        if (holds && isInTurn(straight)) {
            return Optional.of(straight);
        }
        OrderSearch search = new OrderSearch(rules, now, new Progress(nodes, graph, chosen));
        Optional<List<Integer>> inTurn = search.find(true);
        if (inTurn.isPresent() || holds) {
            return inTurn.or(() -> Optional.of(straight));
        }
        return search.find(false);
    }

    /** Why there is no order, for people; empty if nothing can be said. */
    List<String> reasons() {
        List<String> reasons = new ArrayList<>(loops().sentences());
        if (reasons.isEmpty()) {
            broken(straight())
                    .ifPresent(
                            entry -> reasons.add(
                                    "There is no order in which '" + entry.written()
                                            + "' of migration "
                                            + nodes.at(entry.asking()).id()
                                            + " would be kept at every moment. Change that entry, or apply the plugins one after the other."));
        }
        return reasons;
    }

    private Loops loops() {
        return new Loops(nodes, rules, graph);
    }

    /** As a graph without loops has it. */
    private List<Integer> straight() {
        Progress progress = new Progress(nodes, graph, chosen);
        List<Integer> order = new ArrayList<>();
        while (!progress.isDone()) {
            int next = progress.next();
            next = next >= 0 ? next : progress.nextOutOfTurn();
            progress.run(next);
            order.add(next);
        }
        return order;
    }

    /** The first entry that an order does not keep. */
    private Optional<Requirement> broken(List<Integer> order) {
        Moment moment = now.copy();
        for (int place : order) {
            Optional<Requirement> broken = rules.broken(place, moment);
            if (broken.isPresent()) {
                return broken;
            }
            moment.apply(place);
        }
        return Optional.empty();
    }

    private boolean isInTurn(List<Integer> order) {
        int[] last = new int[nodes.lines().size()];
        for (int place : order) {
            int line = nodes.line(place).index();
            if (place < last[line]) {
                return false;
            }
            last[line] = place;
        }
        return true;
    }
}
