package io.godwit.plan.risk;

import io.godwit.operation.DropConstraint;
import io.godwit.operation.DropPrimaryKey;
import io.godwit.plan.Severity;
import java.util.Optional;

/** A unique, check or primary key constraint is dropped. */
final class DropConstraintRule extends Rule {

    DropConstraintRule() {
        super(new RuleText(
                "drop-constraint",
                Severity.LOW,
                "A unique, check or primary key constraint is dropped.",
                "Rows that it kept out may come in, and then it cannot come back.",
                "keep it, or replace it in the same migration"));
    }

    @Override
    Optional<Risk> look(Change change) {

        if (change.operation() instanceof DropPrimaryKey drop && change.isOld(drop.table())) {
            return Optional.of(risk(Severity.MEDIUM, "drops the primary key of " + drop.table()));
        }
        return change.operation() instanceof DropConstraint drop
                        && change.isOld(drop.table())
                        && !new DroppedConstraint(change.before(), drop).isForeignKey()
                ? Optional.of(risk(Severity.LOW, "drops constraint " + drop.constraint() + " of " + drop.table()))
                : Optional.empty();
    }
}
