package io.godwit.plan.risk;

import io.godwit.operation.AddColumn;
import io.godwit.plan.Severity;
import io.godwit.schema.Column;
import io.godwit.schema.Literal;
import io.godwit.universal.QuotedName;
import java.util.List;
import java.util.Optional;

/** A column that must not be NULL is added without a default. */
final class AddNotNullRule extends Rule {

    AddNotNullRule() {
        super(new RuleText(
                "add-not-null-without-default",
                Severity.HIGH,
                "A column that must not be NULL is added without a default.",
                "It fails where there are rows, or fills them with zeros and empty texts where the engine is lenient.",
                "add it nullable, fill it, then set NOT NULL; or give it a default"));
    }

    @Override
    Optional<Risk> look(Change change) {

        if (!(change.operation() instanceof AddColumn add) || !change.isOld(add.table()) || !lacksValue(add.column())) {
            return Optional.empty();
        }
        Rows rows = change.rows(add.table());
        return rows.failure(Severity.HIGH)
                .map(severity -> risk(
                        severity,
                        "adds " + add.table() + "." + add.column().name() + ", NOT NULL and without a default"
                                + rows.words()))
                .map(risk -> risk.asking(
                        Question.failing(List.of(add.table()), "select count(*) from " + QuotedName.of(add.table()))));
    }

    private static boolean lacksValue(Column column) {
        boolean required = !column.nullable() || column.primaryKey();
        boolean filled = column.identity() || column.generated() != null;
        boolean noDefault = column.defaultValue() == null || Literal.NULL.equals(column.defaultValue());
        return required && !filled && noDefault;
    }
}
