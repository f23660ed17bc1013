package io.godwit.plan.risk;

import io.godwit.operation.RenameTable;
import io.godwit.plan.Severity;
import java.util.Optional;

/** A table that was there before the plan is renamed. */
final class RenameTableRule extends Rule {

    RenameTableRule() {
        super(new RuleText(
                "rename-table",
                Severity.MEDIUM,
                "A table that was there before the plan is renamed.",
                "Code that runs and uses the old name fails at once, before and after its own deployment.",
                "keep the old name as a view until nobody uses it"));
    }

    @Override
    Optional<Risk> look(Change change) {

        return change.operation() instanceof RenameTable rename && change.isOld(rename.from())
                ? Optional.of(risk(Severity.MEDIUM, "renames table " + rename.from() + " to " + rename.to()))
                : Optional.empty();
    }
}
