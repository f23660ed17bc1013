package io.godwit.plan;

import io.godwit.migration.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Steps in the order of their dependencies, and else as they were written. */
final class StepOrder {

    private StepOrder() {}

    /**
     * Sorts the steps of one direction.
     *
     * @throws IllegalStateException if steps wait for each other, which the reader refuses
     */
    static List<Step> of(List<Step> steps) {
        List<Step> waiting = new ArrayList<>(steps);
        List<Step> ordered = new ArrayList<>();
        Set<String> done = new HashSet<>();
        while (!waiting.isEmpty()) {
            Step next = waiting.remove(firstReady(waiting, done));
            ordered.add(next);
            done.add(next.id());
        }
        return ordered;
    }

    private static int firstReady(List<Step> waiting, Set<String> done) {
        for (int i = 0; i < waiting.size(); i++) {
            if (done.containsAll(waiting.get(i).dependencies())) {
                return i;
            }
        }
        throw new IllegalStateException(
                "steps wait for each other: " + waiting.stream().map(Step::id).toList());
    }
}
