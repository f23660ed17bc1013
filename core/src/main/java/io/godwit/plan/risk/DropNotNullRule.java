package io.godwit.plan.risk;

import io.godwit.operation.DropNotNull;
import io.godwit.plan.Severity;
import io.godwit.schema.Column;
import java.util.Optional;

/** A column may be NULL from now on. */
final class DropNotNullRule extends Rule {

    DropNotNullRule() {
        super(new RuleText(
                "drop-not-null",
                Severity.LOW,
                "A column may be NULL from now on.",
                "Code that never met a NULL there meets one.",
                "make sure that readers expect it first"));
    }

    @Override
    Optional<Risk> look(Change change) {

        return change.operation() instanceof DropNotNull drop
                        && change.isOld(drop.table())
                        && change.column(drop.table(), drop.column())
                                .filter(Column::nullable)
                                .isEmpty()
                ? Optional.of(risk(Severity.LOW, "allows NULL in " + drop.table() + "." + drop.column()))
                : Optional.empty();
    }
}
