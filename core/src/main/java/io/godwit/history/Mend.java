package io.godwit.history;

import java.util.List;
import java.util.Objects;

/**
 * A damage of the history, and what would put it right. Immutable.
 *
 * @param pluginId whose row it is; empty for none
 * @param migrationId which row it is; empty for none
 * @param subject what is damaged: a table, or the row of one
 * @param problem what is wrong, in a sentence
 * @param effect what would be written; or what a person must do where nothing proves what was there
 * @param statements what writes it; empty where nothing does
 * @param acknowledgement what would be signed for, where nothing proves what was there; empty for nothing
 * @param forgettable whether the history may forget the migration instead
 */
public record Mend(
        String pluginId,
        String migrationId,
        String subject,
        String problem,
        String effect,
        List<String> statements,
        List<AuditEntry> acknowledgement,
        boolean forgettable) {

    public Mend {
        Objects.requireNonNull(problem, "problem");
        statements = List.copyOf(statements);
        acknowledgement = List.copyOf(acknowledgement);
    }

    /** Of something that is proven, if there are statements. */
    Mend(String pluginId, String migrationId, String subject, String problem, String effect, List<String> statements) {
        this(pluginId, migrationId, subject, problem, effect, statements, List.of(), false);
    }

    /** Whether something proves what must be written. */
    public boolean isProven() {
        return !statements.isEmpty() && !isSigned();
    }

    /** Whether it can only be signed for. */
    public boolean isSigned() {
        return !acknowledgement.isEmpty();
    }
}
