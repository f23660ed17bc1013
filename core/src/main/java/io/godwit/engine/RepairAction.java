package io.godwit.engine;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Something that stands between the history and the database, and the ways out of it. Immutable.
 *
 * @param kind what it is
 * @param pluginId whose it is; empty for none
 * @param migrationId of which migration; empty for none
 * @param stepId in which step; empty for none, or for the migration as a whole
 * @param since when the run that left it began, in UTC, as the history says it; empty if it does not
 * @param statement the statement in doubt; empty for none
 * @param problem what is wrong, in a sentence
 * @param options what can be done; empty if a person must look
 */
public record RepairAction(
        Kind kind,
        String pluginId,
        String migrationId,
        String stepId,
        String since,
        String statement,
        String problem,
        List<RepairOption> options) {

    /** What is wrong. Kinds are added, never taken away. */
    public enum Kind {
        /** A migration, or its rollback, stopped half-way; the history knows where. */
        PARTIAL,
        /** A row of the history, or its audit trail, is not as it was written. */
        DAMAGED,
        /** Nothing tells whether the last statement of an interrupted run took effect. */
        DOUBTFUL;

        /** As scripts read it. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public RepairAction {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(pluginId, "pluginId");
        Objects.requireNonNull(migrationId, "migrationId");
        Objects.requireNonNull(stepId, "stepId");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(statement, "statement");
        Objects.requireNonNull(problem, "problem");
        options = List.copyOf(options);
    }

    /** Whether this is a way out of it. */
    public boolean allows(RepairWay way) {
        return options.stream().anyMatch(option -> option.way() == way);
    }

    /** What to type to go one of the ways. */
    public String command(RepairWay way) {
        return command(migrationId, stepId, way);
    }

    static String command(String migrationId, String stepId, RepairWay way) {
        boolean ofStep = way == RepairWay.DONE || way == RepairWay.UNDONE;
        return "godwit repair"
                + (migrationId.isEmpty() ? "" : " --migration " + migrationId)
                + (ofStep ? " --step " + stepId : "") + " " + way.option();
    }
}
