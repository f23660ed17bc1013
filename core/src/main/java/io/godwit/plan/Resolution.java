package io.godwit.plan;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds what must run, and in which order, so that every migration meets what it needs at the moment when it runs. */
final class Resolution {

    private final Nodes nodes;
    private final Moment now;
    private final BitSet wanted = new BitSet();

    /**
     * Sees what there is.
     *
     * @param all what is applied and what is given
     * @param wants of what is pending, what is to be applied in the end
     */
    Resolution(Collection<Node> all, Predicate<Node> wants) {
        this.nodes = new Nodes(all);
        this.now = Moment.now(nodes);
        for (int place = 0; place < nodes.size(); place++) {
            wanted.set(place, nodes.at(place).pending() && wants.test(nodes.at(place)));
        }
    }

    /**
     * What runs, in order.
     *
     * @throws io.godwit.failure.PlanRefusedException with all that stands against it
     */
    List<Node> order() {
        Selection selection = new Selection(nodes, now);
        BitSet preferred = selection.preferred(wanted);
        return order(preferred, selection)
                .or(() -> selection.first(
                        wanted, chosen -> chosen.equals(preferred) ? Optional.empty() : order(chosen, selection)))
                .map(places -> places.stream().map(nodes::at).toList())
                .orElseThrow(() -> Problems.refusal(sentences(preferred, selection)));
    }

    private Optional<List<Integer>> order(BitSet chosen, Selection selection) {
        Problems problems = new Problems(nodes, chosen, now, selection);
        return problems.entries().isEmpty() ? migrationOrder(chosen, problems).find() : Optional.empty();
    }

    private MigrationOrder migrationOrder(BitSet chosen, Problems problems) {
        return new MigrationOrder(nodes, chosen, new Rules(nodes, chosen, problems.entries()), now);
    }

    private List<String> sentences(BitSet chosen, Selection selection) {
        Problems problems = new Problems(nodes, chosen, now, selection);
        List<String> sentences = new ArrayList<>(problems.sentences());
        MigrationOrder order = migrationOrder(chosen, problems);
        if (order.find().isEmpty()) {
            sentences.addAll(order.reasons());
        }
        return sentences;
    }
}
