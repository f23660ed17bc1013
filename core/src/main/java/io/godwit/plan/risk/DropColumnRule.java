package io.godwit.plan.risk;

import io.godwit.operation.DropColumn;
import io.godwit.plan.Severity;
import io.godwit.universal.QuotedName;
import java.util.Optional;

/** A column of a table that was there before the plan is dropped. */
final class DropColumnRule extends Rule {

    DropColumnRule() {
        super(new RuleText(
                "drop-column",
                Severity.HIGH,
                "A column of a table that was there before the plan is dropped.",
                "Its values are gone, and code that still names it fails.",
                "stop using it in one release and drop it in a later one, with a backup"));
    }

    @Override
    Optional<Risk> look(Change change) {

        if (!(change.operation() instanceof DropColumn drop) || !change.isOld(drop.table())) {
            return Optional.empty();
        }
        Rows rows = change.rows(drop.table());
        Risk risk = risk(
                rows.loss(Severity.HIGH),
                "drops column " + drop.table() + "." + drop.column() + " with its values" + rows.words());
        String filled = QuotedName.of(drop.column()) + " is not null";
        return Optional.of(risk.asking(Question.losing(drop.table(), filled)));
    }
}
