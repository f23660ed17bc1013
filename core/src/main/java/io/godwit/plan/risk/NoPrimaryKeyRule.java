package io.godwit.plan.risk;

import io.godwit.operation.CreateTable;
import io.godwit.plan.Severity;
import io.godwit.schema.Column;
import java.util.Optional;

/** A table is made without a primary key. */
final class NoPrimaryKeyRule extends Rule {

    NoPrimaryKeyRule() {
        super(new RuleText(
                "no-primary-key",
                Severity.LOW,
                "A table is made without a primary key.",
                "Rows cannot be told apart: replication, batched moves and upserts need a key.",
                "a primary key, and be it an identity column"));
    }

    @Override
    Optional<Risk> look(Change change) {

        return change.operation() instanceof CreateTable create
                        && create.table().primaryKey() == null
                        && create.table().columns().stream().noneMatch(Column::primaryKey)
                ? Optional.of(risk(Severity.LOW, "makes table " + create.table().name() + " without a primary key"))
                : Optional.empty();
    }
}
