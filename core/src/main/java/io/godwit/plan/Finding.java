package io.godwit.plan;

import java.util.Objects;

/**
 * Something that a person should know before a plan runs. Immutable.
 *
 * @param rule the rule's id, such as {@code fallback}
 * @param severity how much it matters
 * @param migration the migration's id
 * @param step the step's id; empty for the whole migration
 * @param message what and why
 * @param safer what to do instead; empty when there is nothing to do
 */
public record Finding(String rule, Severity severity, String migration, String step, String message, String safer) {

    public Finding {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(migration, "migration");
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(safer, "safer");
    }
}
