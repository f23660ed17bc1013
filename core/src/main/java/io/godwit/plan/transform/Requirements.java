package io.godwit.plan.transform;

import io.godwit.migration.FieldRule;
import io.godwit.migration.Transform;
import io.godwit.schema.Name;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a transform's mapping and its rules ask of a row. Immutable. */
record Requirements(List<Requirement> list) {

    Requirements {
        list = List.copyOf(list);
    }

    /** @param keys columns by which new rows are known, of which the engine would say less */
    static Requirements of(Transform transform, List<Name> keys) {
        Stream<Requirement> required = transform.mapping().stream()
                .filter(mapping -> mapping.required() || keys.contains(mapping.target()))
                .map(mapping ->
                        new Requirement(TransformSql.column(mapping.target()) + " IS NOT NULL", mapping.whyNotNull()));
        Stream<Requirement> rules = rules(transform, FieldRule.Severity.ERROR)
                .map(rule -> new Requirement("(" + rule.rule().text() + "\n) IS NOT FALSE", reason(rule)));
        return new Requirements(Stream.concat(required, rules).toList());
    }

    private static String reason(FieldRule rule) {
        String message = rule.message();
        return rule.field() + ": "
                + (message == null ? "the rule does not hold: " + rule.rule().text() : message);
    }

    private static Stream<FieldRule> rules(Transform transform, FieldRule.Severity severity) {
        return transform.validation().stream().filter(rule -> rule.severity() == severity);
    }

    /** What does not hold of a row that is only counted; empty if there is no such rule. */
    static String broken(Transform transform) {
        return rules(transform, FieldRule.Severity.WARNING)
                .map(rule -> "(" + rule.rule().text() + "\n) IS FALSE")
                .collect(Collectors.joining(" OR "));
    }

    boolean isEmpty() {
        return list.isEmpty();
    }

    /** The condition on a row that nothing refuses. */
    String kept() {
        return list.stream().map(Requirement::condition).collect(Collectors.joining(" AND "));
    }

    List<String> reasons() {
        return list.stream().map(Requirement::reason).toList();
    }
}
