package io.godwit.benchmarks.fault;

import io.godwit.tck.harness.EndState;
import io.godwit.tck.harness.Workbench;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a database holds in the end. Immutable.
 *
 * @param lines schema, rows and history
 * @param effects the sum of all that steps count
 */
record Ending(List<String> lines, long effects) {

    Ending {
        lines = List.copyOf(lines);
    }

    static Ending of(Scene scene) {
        try (Workbench bench = new Workbench(scene.database())) {
            List<String> lines = new ArrayList<>(EndState.of(bench).lines());
            scene.host()
                    .godwit(scene.database().dataSource())
                    .verifyAudit()
                    .damages()
                    .forEach(damage -> lines.add("damage: " + damage));
            long effects = number(bench, "select sum(n) from tally") + number(bench, "select count(*) from note");
            return new Ending(lines, effects);
        }
    }

    private static long number(Workbench bench, String query) {
        return Long.parseLong(bench.rows(query).get(0));
    }

    /** What is here and not there. */
    List<String> without(Ending other) {
        Set<String> there = new HashSet<>(other.lines());
        return lines.stream().filter(line -> !there.contains(line)).toList();
    }
}
