package io.godwit.plan.risk;

import io.godwit.operation.SetNotNull;
import io.godwit.plan.Severity;
import io.godwit.universal.QuotedName;
import java.util.Optional;

/** A column of a table with rows becomes NOT NULL. */
final class SetNotNullRule extends Rule {

    SetNotNullRule() {
        super(new RuleText(
                "set-not-null",
                Severity.MEDIUM,
                "A column of a table with rows becomes NOT NULL.",
                "It fails if a row is NULL there; every row is read, or the table written anew, while writers wait.",
                "ask for NULLs first (plan --check-data), and give a \"backfill\""));
    }

    @Override
    Optional<Risk> look(Change change) {

        if (!(change.operation() instanceof SetNotNull set)
                || !change.isOld(set.table())
                || change.column(set.table(), set.column())
                        .filter(column -> !column.nullable())
                        .isPresent()) {
            return Optional.empty();
        }
        Rows rows = change.rows(set.table());
        boolean filled = set.backfill() != null;
        String what = "sets " + set.table() + "." + set.column() + " NOT NULL" + (filled ? " after filling it" : "");
        Optional<Severity> weight = filled ? rows.weigh(Severity.LOW) : rows.failure(Severity.MEDIUM);
        return weight.map(severity -> risk(severity, what + rows.words()).safer(change.gentler()))
                .map(risk -> filled
                        ? risk
                        : risk.asking(Question.failing(set.table(), QuotedName.of(set.column()) + " is null")));
    }
}
