package io.godwit.plan.risk;

import io.godwit.dialect.Impact;
import io.godwit.operation.AddColumn;
import io.godwit.plan.Severity;
import java.util.Optional;

/** A column that counts by itself is added to a table with rows. */
final class AddIdentityRule extends Rule {

    AddIdentityRule() {
        super(new RuleText(
                "add-identity",
                Severity.MEDIUM,
                "A column that counts by itself is added to a table with rows.",
                "The whole table is written anew while writers wait, and the numbers follow no order that means something.",
                "make a new table with it, and move the rows"));
    }

    @Override
    Optional<Risk> look(Change change) {

        return change.operation() instanceof AddColumn add
                        && change.isOld(add.table())
                        && add.column().identity()
                        && change.impact().isAtLeast(Impact.REWRITE)
                ? risk(
                        change.rows(add.table()),
                        "numbers the rows of " + add.table() + " in a new column "
                                + add.column().name())
                : Optional.empty();
    }
}
