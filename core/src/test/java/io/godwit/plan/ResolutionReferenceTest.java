package io.godwit.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.failure.PlanRefusedException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The planner against a reference that tries every order. */
class ResolutionReferenceTest {

    private static final int GRAPHS = 4_000;

    @Test
    void findsAnOrderWhereverThereIsOneAndEveryMomentOfItKeepsTheRules() {
        int found = 0;
        for (int seed = 0; seed < GRAPHS; seed++) {
            found += check(seed) ? 1 : 0;
        }
        assertThat(found).as("both answers are frequent").isBetween(GRAPHS / 5, GRAPHS * 4 / 5);
    }

    private static boolean check(int seed) {
        RandomPlugins plugins = new RandomPlugins(seed);
        List<Node> nodes = plugins.nodes();
        UpgradeTarget target = plugins.target();
        EveryOrder reference = new EveryOrder(nodes, target::wants);
        String of = "graph " + seed + ", " + target + ": " + describe(nodes);
        try {
            List<Node> order = new Resolution(nodes, target::wants).order();
            assertHolds(order, reference, of);
            return true;
        } catch (PlanRefusedException refused) {
            assertThat(reference.exists())
                    .as("%s%n%s", of, refused.getMessage())
                    .isFalse();
            assertThat(refused).as(of).hasMessageContaining("Nothing was changed.");
            assertThat(refused.getMessage())
                    .as(of)
                    .containsAnyOf(" needs '", " need '", "conflict", "wait for each other", "no order");
            return false;
        }
    }

    private static void assertHolds(List<Node> order, EveryOrder reference, String of) {
        Set<String> state = reference.now();
        boolean inTurn = true;
        for (Node node : order) {
            assertThat(reference.mayRun(node, state))
                    .as("%s: %s in %s", of, node.id(), describe(order))
                    .isTrue();
            inTurn &= reference.isInTurn(node, state);
            state = EveryOrder.with(state, node);
        }
        assertThat(reference.isGoal(state)).as(of).isTrue();
        if (!inTurn) {
            assertThat(reference.existsInTurn(order))
                    .as("%s runs out of turn: %s", of, describe(order))
                    .isFalse();
        }
    }

    private static String describe(List<Node> nodes) {
        return nodes.stream()
                .map(node -> node.id() + " " + node.pluginId() + "@" + node.version() + " " + node.state() + " "
                        + node.relations().dependencies() + " not "
                        + node.relations().conflicts())
                .collect(Collectors.joining("\n  ", "\n  ", ""));
    }
}
