package io.godwit.migration;

import io.godwit.schema.Expression;
import io.godwit.schema.Name;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A rule that a transform's mapped row must keep; a rule that is NULL is kept.
 *
 * @param field the target's column it is about
 * @param rule the condition, in universal SQL
 * @param message what to tell; null for Godwit's own words
 * @param severity what a broken rule does
 */
public record FieldRule(
        Name field, Expression rule, @Nullable String message, Severity severity) {

    /** What a broken rule does. */
    public enum Severity {
        /** Fails the run or rejects the row, as the transform's {@code onError} says. */
        ERROR,
        /** Is counted only. */
        WARNING
    }

    public FieldRule {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(severity, "severity");
    }
}
