package io.godwit.plan.risk;

import io.godwit.operation.DropConstraint;
import io.godwit.plan.Severity;
import java.util.Optional;

/** A foreign key is dropped. */
final class DropForeignKeyRule extends Rule {

    DropForeignKeyRule() {
        super(new RuleText(
                "drop-foreign-key",
                Severity.LOW,
                "A foreign key is dropped.",
                "Rows may come to refer to nothing, and nobody notices.",
                "keep it, or replace it in the same migration"));
    }

    @Override
    Optional<Risk> look(Change change) {

        return change.operation() instanceof DropConstraint drop
                        && change.isOld(drop.table())
                        && new DroppedConstraint(change.before(), drop).isForeignKey()
                ? Optional.of(risk(Severity.LOW, "drops foreign key " + drop.constraint() + " of " + drop.table()))
                : Optional.empty();
    }
}
