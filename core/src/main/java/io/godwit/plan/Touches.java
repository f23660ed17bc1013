package io.godwit.plan;

import io.godwit.operation.Operation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a migration touches. Immutable.
 *
 * @param all each once, in the order in which they are first touched
 */
public record Touches(List<Touch> all) {

    public Touches {
        all = List.copyOf(all);
    }

    /** What one operation touches by itself. */
    public static Touches of(Operation operation) {
        return new Touches(OperationTouch.of(operation, List.of()));
    }

    static Touches of(List<StepPlan> steps) {
        Set<Touch> touches = new LinkedHashSet<>();
        for (StepPlan step : steps) {
            if (step.scripts().isEmpty() && step.deferred()) {
                step.step().allOperations().forEach(operation -> add(OperationTouch.of(operation, List.of()), touches));
            }
            step.scripts().stream()
                    .filter(script -> !script.statements().isEmpty())
                    .forEach(script -> add(script, touches));
            OperationTouch.ofTransform(step.step()).forEach(touches::add);
        }
        return new Touches(List.copyOf(touches));
    }

    private static void add(OperationScript script, Set<Touch> touches) {
        for (int i = 0; i < script.operations().size(); i++) {
            List<Operation> back = script.inverses().get(i).inverse().operations();
            add(OperationTouch.of(script.operations().get(i), back), touches);
        }
    }

    /** What is made and altered by one migration is made by it. */
    private static void add(List<Touch> more, Set<Touch> touches) {
        for (Touch touch : more) {
            Touch made = new Touch(Touch.Effect.MADE, touch.kind(), touch.name(), touch.table(), "");
            if (touch.effect() != Touch.Effect.ALTERED || !touches.contains(made)) {
                touches.add(touch);
            }
        }
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** By effect, such as {@code makes table city, index by_name of city; changes rows of table person}. */
    @Override
    public String toString() {
        Map<Touch.Effect, List<String>> objects = new LinkedHashMap<>();
        all.forEach(touch -> objects.computeIfAbsent(touch.effect(), any -> new ArrayList<>())
                .add(touch.object()));
        return objects.entrySet().stream()
                .map(entry -> entry.getKey().words() + " " + String.join(", ", entry.getValue()))
                .collect(Collectors.joining("; "));
    }
}
