package io.godwit.plan.risk;

import io.godwit.operation.AddColumn;
import io.godwit.operation.AddForeignKey;
import io.godwit.plan.Severity;
import io.godwit.schema.ForeignKey;
import io.godwit.schema.Reference;
import io.godwit.universal.QuotedName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A foreign key is added to a table with rows. */
final class AddForeignKeyRule extends Rule {

    AddForeignKeyRule() {
        super(new RuleText(
                "add-foreign-key",
                Severity.MEDIUM,
                "A foreign key is added to a table with rows.",
                "It fails if a row refers to nothing; every row is read while writers of both tables wait.",
                "ask for orphans first (plan --check-data)"));
    }

    @Override
    Optional<Risk> look(Change change) {

        if (change.operation() instanceof AddForeignKey add && change.isOld(add.table())) {
            Rows rows = change.rows(add.table());
            String what = "adds a foreign key from " + add.table() + " to "
                    + add.key().table() + rows.words();
            return rows.failure(Severity.MEDIUM)
                    .map(severity ->
                            risk(severity, what).safer(change.gentler()).asking(orphans(add)));
        } else if (change.operation() instanceof AddColumn add && change.isOld(add.table())) {
            Reference references = add.column().references();
            return references == null
                    ? Optional.empty()
                    : change.rows(add.table())
                            .failure(Severity.LOW)
                            .map(severity -> risk(
                                    severity,
                                    "adds " + add.table() + "." + add.column().name() + ", a foreign key to "
                                            + references.table() + ", which locks both tables"));
        }
        return Optional.empty();
    }

    private static Question orphans(AddForeignKey add) {
        ForeignKey key = add.key();
        StringBuilder same = new StringBuilder();
        for (int i = 0; i < key.columns().size(); i++) {
            same.append(i == 0 ? "" : " and ")
                    .append("parent.")
                    .append(QuotedName.of(key.referenced().get(i)))
                    .append(" = child.")
                    .append(QuotedName.of(key.columns().get(i)));
        }
        String filled = key.columns().stream()
                .map(column -> "child." + QuotedName.of(column) + " is not null")
                .collect(Collectors.joining(" and "));
        return Question.failing(
                List.of(add.table(), key.table()),
                "select count(*) from " + QuotedName.of(add.table()) + " as child where " + filled
                        + " and not exists (select 1 from " + QuotedName.of(key.table()) + " as parent where " + same
                        + ")");
    }
}
