package io.godwit.plan.risk;

import io.godwit.dialect.Impact;
import io.godwit.operation.AddCheck;
import io.godwit.operation.AddColumn;
import io.godwit.plan.Severity;
import io.godwit.schema.Expression;
import io.godwit.schema.Language;
import java.util.Optional;

/** A check constraint is added to a table with rows. */
final class AddCheckRule extends Rule {

    AddCheckRule() {
        super(new RuleText(
                "add-check",
                Severity.MEDIUM,
                "A check constraint is added to a table with rows.",
                "It fails if a row breaks it; every row is read while writers wait.",
                "ask for rows that break it first (plan --check-data)"));
    }

    @Override
    Optional<Risk> look(Change change) {

        if (change.operation() instanceof AddCheck add && change.isOld(add.table())) {
            Rows rows = change.rows(add.table());
            Expression condition = add.check().expression();
            String what = "adds a check to " + add.table() + rows.words();
            return rows.failure(Severity.MEDIUM)
                    .map(severity -> risk(severity, what).safer(change.gentler()))
                    .map(risk -> condition.language() == Language.UNIVERSAL
                            ? risk.asking(Question.failing(add.table(), "not (" + condition.text() + ")"))
                            : risk);
        } else if (change.operation() instanceof AddColumn add
                && change.isOld(add.table())
                && add.column().check() != null
                && change.impact().isAtLeast(Impact.SCAN)) {
            return risk(
                    change.rows(add.table()),
                    "adds " + add.table() + "." + add.column().name() + " with a check");
        }
        return Optional.empty();
    }
}
