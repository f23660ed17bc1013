package io.godwit.plan.risk;

import io.godwit.dialect.Impact;
import io.godwit.operation.AddColumn;
import io.godwit.plan.Severity;
import io.godwit.schema.Expression;
import java.util.Optional;

/** A column is added whose default is another value for each row. */
final class VolatileDefaultRule extends Rule {

    VolatileDefaultRule() {
        super(new RuleText(
                "volatile-default",
                Severity.MEDIUM,
                "A column is added whose default is another value for each row.",
                "The whole table is written anew while writers wait.",
                "add the column without it, set the default, then fill the rows in batches"));
    }

    @Override
    Optional<Risk> look(Change change) {

        return change.operation() instanceof AddColumn add
                        && change.isOld(add.table())
                        && add.column().defaultValue() instanceof Expression
                        && change.impact().isAtLeast(Impact.REWRITE)
                ? risk(
                                change.rows(add.table()),
                                "fills " + add.table() + "." + add.column().name() + " from an expression, row by row")
                        .map(risk -> risk.safer(change.gentler()))
                : Optional.empty();
    }
}
