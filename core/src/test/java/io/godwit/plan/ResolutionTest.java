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

class ResolutionTest {

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
        Node applied = node("base-1", "base", "1.0.0").in(Node.State.APPLIED);
        Node shop = node("shop", "shop", "1.0.0", "base@>=1");
        Node later = node("base-2", "base", "2.0.0");
        assertThat(order("shop", applied, shop, later)).containsExactly("shop");
        Node late = node("base-0", "base", "0.9.0");
        assertThat(order("shop", applied, shop, later, late))
                .as("a branch that was merged late takes nothing from 1.0.0")
                .containsExactly("shop");
        Node other = node("base-1b", "base", "1.0.0");
        assertThat(order("shop", applied, shop, other))
                .as("1.0.0 is not whole any more")
                .containsExactly("base-1b", "shop");
    }

    @Test
    void bringsWhatItNeedsToItsHighestVersionInRangeWithAllBeforeIt() {
        Node[] nodes = {
            node("shop", "shop", "1.0.0", "base@^1"),
            node("base-10", "base", "1.0.0"),
            node("base-11", "base", "1.1.0"),
            node("base-20", "base", "2.0.0"),
            node("other", "other", "1.0.0")
        };
        assertThat(order("shop", nodes)).containsExactly("base-10", "base-11", "shop");
    }

    @Test
    void takesALowerVersionInRangeWhereTheHighestCannotBe() {
        Node[] nodes = {
            node("shop", "shop", "1.0.0", "base@>=1"),
            node("base-1", "base", "1.0.0"),
            node("base-2", "base", "2.0.0", "nowhere")
        };
        assertThat(order("shop", nodes)).containsExactly("base-1", "shop");
    }

    @Test
    void letsAConflictWithARangeStandAsideOnceThePluginIsBeyondIt() {
        Node[] nodes = {
            node("base-1", "base", "1.0.0"),
            node("base-2", "base", "2.0.0"),
            new Node("a", "a", Version.parse("1.0.0"), conflicts("base@<2"), Node.State.PENDING)
        };
        assertThat(order(nodes)).containsExactly("base-1", "base-2", "a");
        assertThatThrownBy(() -> order("a", nodes[0].in(Node.State.APPLIED), nodes[2]))
                .isInstanceOf(PlanRefusedException.class)
                .hasMessageContaining("Migration a conflicts with 'base@<2': base-1 of base 1.0.0 is applied");
    }

    @Test
    void goesOnWhereTwoPluginsNeedEachOthersVersionsInTurn() {
        assertThat(order(
                        node("a-1", "a", "1.0.0"),
                        node("a-2", "a", "2.0.0", "b@>=1"),
                        node("b-1", "b", "1.0.0", "a"),
                        node("b-2", "b", "2.0.0", "a@2.x")))
                .containsExactly("a-1", "b-1", "a-2", "b-2");
    }

    @Test
    void tellsAllThatStandsAgainstAPlanAtOnce() {
        assertThatThrownBy(() -> order(
                        node("a-1", "a", "1.0.0", "nowhere"),
                        node("b-1", "b", "1.0.0", "a@>=2"),
                        node("c-1", "c", "1.0.0", "d-1"),
                        node("d-1", "d", "1.0.0", "c@^1"),
                        new Node("e-1", "e", Version.parse("1.0.0"), conflicts("a"), Node.State.PENDING)))
                .isInstanceOf(PlanRefusedException.class)
                .hasMessageContaining("4 things stand against this plan")
                .hasMessageContaining("Migration a-1 needs 'nowhere'")
                .hasMessageContaining("Migration b-1 needs 'a@>=2', and of plugin a there is [1.0.0 (given)].")
                .hasMessageContaining("c-1 needs d-1 needs c-1 (d-1 needs 'c@^1')")
                .hasMessageContaining("Migration e-1 conflicts with 'a': a-1 of a 1.0.0 would be applied beside it.");
    }

    @Test
    void tellsTogetherWhatSeveralMigrationsMiss() {
        assertThatThrownBy(() -> order(node("a-1", "a", "1.0.0", "nowhere"), node("b-1", "b", "1.0.0", "nowhere")))
                .isInstanceOf(PlanRefusedException.class)
                .hasMessageStartingWith("Migrations [a-1, b-1] need 'nowhere', and there is no migration or plugin");
    }

    @Test
    void leavesTheTroublesOfOtherPluginsAlone() {
        assertThat(order("shop", node("shop-1", "shop", "1.0.0"), node("a-1", "a", "1.0.0", "nowhere")))
                .containsExactly("shop-1");
    }

    @Test
    void refusesARangeOfAMigration() {
        assertThatThrownBy(() ->
                        order(node("a", "a", "1.0.0"), node("b", "b", "1.0.0", "b-0@^1"), node("b-0", "b", "0.1.0")))
                .isInstanceOf(PlanRefusedException.class)
                .hasMessageContaining("'b-0' is a migration, not a plugin");
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
            List<Node> ordered = new Resolution(nodes, any -> true).order();
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
        return ids(new Resolution(List.of(nodes), any -> true));
    }

    private static List<String> order(String plugin, Node... nodes) {
        return ids(new Resolution(List.of(nodes), node -> node.pluginId().equals(plugin)));
    }

    private static List<String> ids(Resolution resolution) {
        return resolution.order().stream().map(Node::id).toList();
    }

    private static Relations conflicts(String... conflicts) {
        return new Relations(
                List.of(), Arrays.stream(conflicts).map(Dependency::parse).toList());
    }

    private static Node node(String id, String plugin, String version, String... needs) {
        List<Dependency> dependencies =
                Arrays.stream(needs).map(Dependency::parse).toList();
        return new Node(id, plugin, Version.parse(version), new Relations(dependencies, List.of()), Node.State.PENDING);
    }
}
