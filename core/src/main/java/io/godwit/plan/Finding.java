package io.godwit.plan;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person should know before a plan runs. Immutable.
 *
 * @param rule the rule's id, such as {@code fallback}
 * @param severity how much it matters
 * @param migration the migration's id
 * @param step the step's id; empty for the whole migration
 * @param message what and why
 * @param safer what to do instead; empty when there is nothing to do
 * @param check what the data would say about it; null when there is nothing to ask
 */
public record Finding(
        String rule,
        Severity severity,
        String migration,
        String step,
        String message,
        String safer,
        @Nullable DataCheck check) {

    public Finding {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(migration, "migration");
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(safer, "safer");
    }

    /** A finding that the data has no say in. */
    public Finding(String rule, Severity severity, String migration, String step, String message, String safer) {
        this(rule, severity, migration, step, message, safer, null);
    }

    /** The same after its question was answered. */
    public Finding answered(Severity weight, String words) {
        return new Finding(rule, weight, migration, step, words, safer, null);
    }
}
