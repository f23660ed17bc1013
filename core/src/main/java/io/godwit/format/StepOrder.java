package io.godwit.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds, in the steps of one direction, ids that are there twice, dependencies on nothing, and cycles. */
final class StepOrder {

    private final Reading reading;
    private final Map<String, JsonObject> steps = new LinkedHashMap<>();

    private StepOrder(Reading reading) {
        this.reading = reading;
    }

    /** Looks at the JSON, so that a faulty step does not make others look faulty too. */
    static void report(@Nullable JsonNode direction, Reading reading) {
        if (direction instanceof JsonArray array) {
            StepOrder order = new StepOrder(reading);
            if (order.collect(array)) {
                order.reportUnknown();
                order.reportCycle();
            }
        }
    }

    /** Whether every step has an id. */
    private boolean collect(JsonArray direction) {
        boolean allNamed = true;
        for (JsonNode item : direction.items()) {
            if (item instanceof JsonObject step
                    && step.get("id") instanceof JsonString id
                    && !id.value().isBlank()) {
                if (steps.putIfAbsent(id.value(), step) != null) {
                    reading.report(id.place(), "the step '" + id.value() + "' is there twice in this direction");
                }
            } else {
                allNamed = false;
            }
        }
        return allNamed;
    }

    private void reportUnknown() {
        for (JsonObject step : steps.values()) {
            for (JsonNode item : dependencies(step)) {
                if (item instanceof JsonString needed && !steps.containsKey(needed.value())) {
                    reading.report(
                            item.place(),
                            "there is no step '" + needed.value() + "' in this direction"
                                    + Suggestion.ask(needed.value(), steps.keySet()));
                }
            }
        }
    }

    private void reportCycle() {
        Set<String> waiting = new LinkedHashSet<>(steps.keySet());
        while (waiting.removeIf(id -> next(id, waiting) == null)) {
            // What waits for nothing that waits itself can run; so can, then, what waited only for it.
        }
        if (!waiting.isEmpty()) {
            List<String> cycle = cycle(waiting);
            reading.report(steps.get(cycle.get(0)).place(), "steps wait for each other: " + String.join(" → ", cycle));
        }
    }

    private List<String> cycle(Set<String> waiting) {
        List<String> path = new ArrayList<>();
        Set<String> passed = new LinkedHashSet<>();
        String at = waiting.iterator().next();
        while (at != null && passed.add(at)) {
            path.add(at);
            at = next(at, waiting);
        }
        path.add(String.valueOf(at));
        return path.subList(path.indexOf(at), path.size());
    }

    /** A step among those that still wait for which this one waits. */
    private @Nullable String next(String id, Set<String> waiting) {
        for (JsonNode item : dependencies(steps.get(id))) {
            if (item instanceof JsonString needed && waiting.contains(needed.value())) {
                return needed.value();
            }
        }
        return null;
    }

    private static List<JsonNode> dependencies(@Nullable JsonObject step) {
        return step != null && step.get("dependencies") instanceof JsonArray array ? array.items() : List.of();
    }
}
