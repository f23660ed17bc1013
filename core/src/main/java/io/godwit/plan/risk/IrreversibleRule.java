package io.godwit.plan.risk;

import io.godwit.migration.Down;
import io.godwit.migration.Migration;
import io.godwit.plan.Severity;
import io.godwit.plan.StepPlan;
import io.godwit.plan.Undo;
import java.util.Optional;

/** A step cannot be taken back, or not with its rows. */
final class IrreversibleRule extends Rule {

    IrreversibleRule() {
        super(new RuleText(
                "irreversible",
                Severity.MEDIUM,
                "A step cannot be taken back, or not with its rows.",
                "After it, the only way back is a backup.",
                "write \"steps.down\", or take a backup first"));
    }

    @Override
    Optional<Risk> look(StepPlan step, Migration migration) {
        if (!(migration.down() instanceof Down.Derived) || step.undo() == Undo.EXACT) {
            return Optional.empty();
        }
        boolean none = step.undo() == Undo.NONE;
        return Optional.of(risk(
                none ? Severity.MEDIUM : Severity.LOW,
                (none ? "cannot be taken back: " : "comes back without its rows: ") + step.undoReason()));
    }
}
