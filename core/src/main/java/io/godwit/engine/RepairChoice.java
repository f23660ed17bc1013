package io.godwit.engine;

import java.util.Objects;

/**
 * Which way a person chose. Immutable.
 *
 * @param migrationId of which migration; empty for what is of none
 * @param stepId of which step; empty where the way is the migration's as a whole
 * @param way what is to be done
 */
public record RepairChoice(String migrationId, String stepId, RepairWay way) {

    public RepairChoice {
        Objects.requireNonNull(migrationId, "migrationId");
        Objects.requireNonNull(stepId, "stepId");
        Objects.requireNonNull(way, "way");
    }

    /** Of a migration as a whole. */
    public static RepairChoice of(String migrationId, RepairWay way) {
        return new RepairChoice(migrationId, "", way);
    }

    /** Of a step whose last statement is in doubt. */
    public static RepairChoice of(String migrationId, String stepId, RepairWay way) {
        return new RepairChoice(migrationId, stepId, way);
    }

    boolean fits(RepairAction action) {
        return action.migrationId().equals(migrationId)
                && (stepId.isEmpty() || action.stepId().equals(stepId))
                && action.allows(way);
    }
}
