package io.godwit.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.migration.Migration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

final class PlanGraphTest {

    @Test
    void pluginsAreMetByTheirLastMigrationInRangeThatComesBefore() {
        Plan plan = new SamplePlan()
                .up(of("a-1", "a", "1.0.0"), of("a-2", "a", "1.5.0"), of("a-3", "a", "2.0.0"))
                .up(of("b-1", "b", "1.0.0", "a@<2", "a-1", "base@>=1", "base@<3", "old-7"))
                .build();

        assertThat(plan.toMermaid()).isEqualTo("""
                        graph TD
                          n0(["base<br/>applied#58; #62;#61;1, #60;3"])
                          n1(["old-7<br/>applied"])
                          n2["a-1<br/>a 1.0.0"]
                          n3["a-2<br/>a 1.5.0"]
                          n4["a-3<br/>a 2.0.0"]
                          n5["b-1<br/>b 1.0.0"]
                          n3 --> n5
                          n2 --> n5
                          n0 --> n5
                          n1 --> n5
                        """);
    }

    @Test
    void arrowsOfAWayBackStillGoToWhatNeeds() {
        Plan plan = new SamplePlan()
                .down(of("b-1", "b", "1.0.0", "a"), of("a-1", "a", "1.0.0"))
                .build();

        PlanGraph graph = new PlanGraph(plan);

        assertThat(graph.nodes()).extracting(GraphNode::id).containsExactly("a-1", "b-1");
        assertThat(graph.nodes()).extracting(GraphNode::position).containsExactly(2, 1);
        assertThat(graph.edges()).containsExactly(new PlanGraph.Edge(0, 1));
    }

    @Test
    void hostileIdsAreNoMarkupOfMermaid() {
        Plan plan = new SamplePlan()
                .up(of("a\"]; click n0 \"javascript:x\"\n%%<b>`#quot;", "end", "1.0.0"))
                .build();

        assertThat(plan.toMermaid().lines()).hasSize(2);
        assertThat(plan.toMermaid().lines().toList().get(1))
                .matches("  n0\\[\"(?:[\\w .-]|#\\d+;)+<br/>end 1\\.0\\.0\"]");
    }

    @RepeatedTest(20)
    void nothingIsDrawnOverAnotherAndEveryArrowGoesDown(RepetitionInfo repetition) {
        PlanGraph graph = new PlanGraph(random(new Random(repetition.getCurrentRepetition())));
        GraphRows rows = new GraphRows(graph);
        GraphLayout layout = new GraphLayout(rows);

        for (List<Integer> row : rows.rows()) {
            for (int one : row) {
                for (int other : row) {
                    long distance = Math.abs(layout.center(one) - layout.center(other));
                    boolean nodes = !rows.isBend(one) && !rows.isBend(other);
                    int least = nodes ? GraphLayout.NODE_WIDTH : rows.isBend(one) && rows.isBend(other) ? 10 : 121;
                    assertThat(one == other || distance >= least).isTrue();
                }
            }
        }
        assertThat(rows.segments())
                .allSatisfy(segment -> assertThat(layout.top(segment.to())).isGreaterThan(layout.top(segment.from())));
        assertThat(IntStream.range(0, rows.points()))
                .allSatisfy(point -> assertThat(layout.center(point)).isBetween(0L, layout.width()));
        assertThat(layout.width()).isLessThan(2000);
        graph.edges()
                .forEach(edge ->
                        assertThat(reaches(rows, edge.from(), edge.to())).isTrue());
    }

    private static boolean reaches(GraphRows rows, int from, int to) {
        return rows.segments().stream()
                .filter(segment -> segment.from() == from)
                .anyMatch(segment ->
                        segment.to() == to || (rows.isBend(segment.to()) && reaches(rows, segment.to(), to)));
    }

    private static Plan random(Random random) {
        SamplePlan plan = new SamplePlan();
        for (int at = 0; at < 60; at++) {
            int behind = at;
            String[] needs = random.ints(random.nextInt(4), 0, Math.max(1, at))
                    .mapToObj(other -> behind == 0 || random.nextInt(6) == 0 ? "there-" + other % 7 : "m-" + other)
                    .toArray(String[]::new);
            plan.up(of("m-" + at, "p" + at % 9, "1.0.0", needs));
        }
        return plan.build();
    }

    private static Migration of(String id, String plugin, String version, String... needs) {
        return Migration.builder(id, plugin, version)
                .dependsOn(needs)
                .step("step")
                .build();
    }
}
