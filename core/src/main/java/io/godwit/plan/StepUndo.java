package io.godwit.plan;

import io.godwit.migration.Down;
import java.util.Objects;

/**
 * How well a step is taken back by the way back of its migration. Immutable.
 *
 * <p>Of a step on its way down it says how well applying the migration again brings back what was there.
 *
 * @param undo how well
 * @param reason why it is not exact; empty when it is
 */
public record StepUndo(Undo undo, String reason) {

    public StepUndo {
        Objects.requireNonNull(undo, "undo");
        Objects.requireNonNull(reason, "reason");
    }

    static StepUndo of(MigrationPlan plan, StepPlan step) {
        StepUndo derived = new StepUndo(step.undo(), step.undoReason());
        if (plan.direction() == Direction.DOWN) {
            return derived.atLeastLossy("");
        }
        if (plan.migration().down() instanceof Down.Irreversible irreversible) {
            return new StepUndo(Undo.NONE, "the migration is irreversible: " + irreversible.reason());
        }
        boolean written = plan.migration().down() instanceof Down.Explicit;
        return written && step.step().rollbackSupported()
                ? derived.atLeastLossy("steps.down takes it back, as its author wrote it; by itself, ")
                : derived;
    }

    /** There is a way, though nobody has proven that it brings everything back. */
    private StepUndo atLeastLossy(String way) {
        return undo == Undo.NONE ? new StepUndo(Undo.LOSSY, way + reason) : this;
    }

    /** Such as {@code exact} or {@code lossy (the rows of city are gone)}. */
    @Override
    public String toString() {
        return reason.isEmpty() ? undo.toString() : undo + " (" + reason + ")";
    }
}
