package io.godwit.plan.risk;

import io.godwit.operation.RenameColumn;
import io.godwit.plan.Severity;
import java.util.Optional;

/** A column that was there before the plan is renamed. */
final class RenameColumnRule extends Rule {

    RenameColumnRule() {
        super(new RuleText(
                "rename-column",
                Severity.MEDIUM,
                "A column that was there before the plan is renamed.",
                "Code that runs and uses the old name fails at once, before and after its own deployment.",
                "add a column of the new name, fill both for a while, drop the old one in a later release"));
    }

    @Override
    Optional<Risk> look(Change change) {

        return change.operation() instanceof RenameColumn rename && change.isOld(rename.table())
                ? Optional.of(risk(
                        Severity.MEDIUM,
                        "renames column " + rename.table() + "." + rename.from() + " to " + rename.to()))
                : Optional.empty();
    }
}
