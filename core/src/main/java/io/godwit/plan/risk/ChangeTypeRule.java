package io.godwit.plan.risk;

import io.godwit.dialect.Impact;
import io.godwit.operation.ChangeType;
import io.godwit.plan.Severity;
import io.godwit.schema.Column;
import io.godwit.schema.ColumnType;
import io.godwit.schema.EnumType;
import java.util.Optional;

/** The type of a column with values changes, and not to a wider one at no cost. */
final class ChangeTypeRule extends Rule {

    ChangeTypeRule() {
        super(new RuleText(
                "change-type",
                Severity.HIGH,
                "The type of a column with values changes, and not to a wider one at no cost.",
                "Values may not fit or lose a part of themselves; the table may be written anew while writers wait.",
                "add a column of the new type, fill it in batches, swap the two in a later release"));
    }

    @Override
    Optional<Risk> look(Change change) {

        if (!(change.operation() instanceof ChangeType type) || !change.isOld(type.table())) {
            return Optional.empty();
        }
        Optional<ColumnType> from = change.column(type.table(), type.column()).map(Column::type);
        boolean enums = from.filter(EnumType.class::isInstance).isPresent() && type.type() instanceof EnumType;
        if (enums || from.filter(type.type()::equals).isPresent()) {
            return Optional.empty();
        }
        Rows rows = change.rows(type.table());
        String what = "changes the type of " + type.table() + "." + type.column()
                + from.map(old -> " from " + old).orElse("") + " to " + type.type() + rows.words();
        boolean wider = type.using() == null
                && from.filter(old -> LossyCast.never(old, type.type())).isPresent();
        if (wider) {
            return change.impact().isAtLeast(Impact.SCAN)
                    ? rows.weigh(Severity.MEDIUM).map(severity -> risk(severity, what + "; the table is written anew"))
                    : Optional.empty();
        }
        return rows.failure(Severity.HIGH).map(severity -> asking(risk(severity, what), type, from));
    }

    private static Risk asking(Risk risk, ChangeType change, Optional<ColumnType> from) {
        if (change.using() != null || from.isEmpty()) {
            return risk;
        }
        return new LossyCast(change.column(), from.get(), change.type())
                .condition()
                .map(condition -> risk.asking(Question.failing(change.table(), condition)))
                .orElse(risk);
    }
}
