package io.godwit.plan.risk;

import io.godwit.operation.DropTable;
import io.godwit.plan.Severity;
import java.util.Optional;

/** A table that was there before the plan is dropped. */
final class DropTableRule extends Rule {

    DropTableRule() {
        super(new RuleText(
                "drop-table",
                Severity.HIGH,
                "A table that was there before the plan is dropped.",
                "Its rows are gone; the way back brings an empty table.",
                "stop using it in one release and drop it in a later one, with a backup"));
    }

    @Override
    Optional<Risk> look(Change change) {

        if (!(change.operation() instanceof DropTable drop) || !change.isOld(drop.table())) {
            return Optional.empty();
        }
        Rows rows = change.rows(drop.table());
        Risk risk = risk(rows.loss(Severity.HIGH), "drops table " + drop.table() + " with its rows" + rows.words());
        return Optional.of(risk.asking(Question.losing(drop.table(), "")));
    }
}
