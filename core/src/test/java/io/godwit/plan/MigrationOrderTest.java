package io.godwit.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.godwit.failure.PlanRefusedException;
import io.godwit.history.Relations;
import io.godwit.migration.Dependency;
import io.godwit.migration.Version;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MigrationOrderTest {

    @Test
    void ordersByVersionAndThenById() {
        assertThat(order(node("b", "crm", "1.0.0"), node("c", "crm", "0.9.0"), node("a", "crm", "1.0.0")))
                .containsExactly("c", "a", "b");
    }

    @Test
    void ordersPreReleasesBeforeTheirRelease() {
        assertThat(order(node("a", "crm", "1.0.0"), node("b", "crm", "1.0.0-rc.2"), node("c", "crm", "1.0.0-rc.10")))
                .containsExactly("b", "c", "a");
    }

    @Test
    void putsDependenciesBeforeTheVersionOrder() {
        assertThat(order(node("a", "crm", "1.0.0", "b"), node("b", "crm", "2.0.0")))
                .containsExactly("b", "a");
    }

    @Test
    void letsALaterVersionOfAPluginWaitForAnEarlierOneThatWaitsForAnotherPlugin() {
        assertThat(order(node("a1", "a", "1.0.0", "z1"), node("a2", "a", "2.0.0"), node("z1", "z", "1.0.0")))
                .containsExactly("z1", "a1", "a2");
    }

    @Test
    void runsTheVersionsBeyondARangeAfterTheOneThatAsksForIt() {
        assertThat(order(
                        node("shop", "shop", "1.0.0", "base@<2"),
                        node("base-1", "base", "1.0.0"),
                        node("base-2", "base", "2.0.0")))
                .containsExactly("base-1", "shop", "base-2");
    }

    @Test
    void asksForNothingMoreOfAPluginThatIsInRangeAlready() {
        Node applied = new Node("base-1", "base", Version.parse("1.0.0"), new Relations(List.of(), List.of()), true);
        Node shop = node("shop", "shop", "1.0.0", "base@>=1");
        Node later = node("base-2", "base", "2.0.0");
        assertThat(new DependencyGraph(new Nodes(List.of(applied, shop, later))).before("shop"))
                .isEmpty();
        Node missing = node("base-0", "base", "0.9.0");
        assertThat(new DependencyGraph(new Nodes(List.of(applied, shop, later, missing))).before("shop"))
                .as("1.0.0 is not wholly applied")
                .containsExactlyInAnyOrder("base-0", "base-2");
    }

    @Test
    void waitsForAllOfAPluginThatIsNamedWithoutARange() {
        assertThat(order(
                        node("shop", "a-shop", "1.0.0", "base"),
                        node("base-1", "base", "1.0.0"),
                        node("base-2", "base", "2.0.0")))
                .containsExactly("base-1", "base-2", "shop");
    }

    @Test
    void tellsTheWholeLoop() {
        assertThatThrownBy(() ->
                        order(node("a", "x", "1.0.0", "b"), node("b", "y", "1.0.0", "c"), node("c", "z", "1.0.0", "a")))
                .isInstanceOf(PlanRefusedException.class)
                .hasMessageContaining("a needs b needs c needs a");
    }

    @Test
    void refusesAMissingDependencyByWhoAsksAndWhatIsThere() {
        assertThatThrownBy(() -> order(node("a", "x", "1.0.0", "nowhere@^2")))
                .isInstanceOf(PlanRefusedException.class)
                .hasMessageContaining("Migration a needs 'nowhere@^2'")
                .hasMessageContaining("[x]");
    }

    @Test
    void refusesADependencyOutOfRange() {
        assertThatThrownBy(() -> order(node("a", "x", "1.0.0", "base@>=3"), node("b", "base", "1.0.0")))
                .isInstanceOf(PlanRefusedException.class)
                .hasMessageContaining("base@>=3")
                .hasMessageContaining("1.0.0 (given)");
    }

    @Test
    void refusesANameThatIsBothAMigrationAndAPlugin() {
        assertThatThrownBy(() ->
                        order(node("a", "x", "1.0.0", "base"), node("base", "y", "1.0.0"), node("b", "base", "1.0.0")))
                .isInstanceOf(PlanRefusedException.class)
                .hasMessageContaining("both a migration and a plugin");
    }

    /** Against the definition itself: whatever the graph, no migration comes before one that it needs. */
    @Test
    void keepsEveryDependencyOfRandomGraphs() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            List<Node> nodes = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                String[] needs = random.ints(random.nextInt(3), 0, Math.max(1, i))
                        .mapToObj(earlier -> "m" + earlier)
                        .distinct()
                        .toArray(String[]::new);
                nodes.add(node(
                        "m" + i,
                        "p" + random.nextInt(5),
                        "1." + random.nextInt(4) + ".0",
                        i == 0 ? new String[0] : needs));
            }
            Collections.shuffle(nodes, random);
            List<Node> ordered = MigrationOrder.of(nodes, new DependencyGraph(new Nodes(nodes)));
            assertThat(ordered).as("seed %d", seed).hasSize(30);
            Set<String> seen = new HashSet<>();
            for (Node node : ordered) {
                node.relations()
                        .dependencies()
                        .forEach(needed -> assertThat(seen).contains(needed.target()));
                seen.add(node.id());
            }
        }
    }

    private static List<String> order(Node... nodes) {
        List<Node> pending = List.of(nodes);
        return MigrationOrder.of(pending, new DependencyGraph(new Nodes(pending))).stream()
                .map(Node::id)
                .toList();
    }

    private static Node node(String id, String plugin, String version, String... needs) {
        List<Dependency> dependencies =
                Arrays.stream(needs).map(Dependency::parse).toList();
        return new Node(id, plugin, Version.parse(version), new Relations(dependencies, List.of()), false);
    }
}
