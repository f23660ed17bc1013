package io.godwit.plan.risk;

import io.godwit.operation.DeleteRows;
import io.godwit.operation.UpdateRows;
import io.godwit.plan.Severity;
import io.godwit.schema.TableName;
import java.util.Optional;

/** Rows are updated or deleted without a condition. */
final class DmlWithoutWhereRule extends Rule {

    DmlWithoutWhereRule() {
        super(new RuleText(
                "dml-without-where",
                Severity.HIGH,
                "Rows are updated or deleted without a condition.",
                "Every row of the table changes, or goes.",
                "say which rows with \"where\"; where all are meant, run it in batches, after a backup"));
    }

    @Override
    Optional<Risk> look(Change change) {

        if (change.operation() instanceof DeleteRows delete && delete.where() == null) {
            return found(change, delete.table(), "deletes every row of ");
        } else if (change.operation() instanceof UpdateRows update && update.where() == null) {
            return found(change, update.table(), "changes every row of ");
        }
        return Optional.empty();
    }

    private Optional<Risk> found(Change change, TableName table, String does) {
        if (!change.isOld(table)) {
            return Optional.empty();
        }
        Rows rows = change.rows(table);
        return rows.failure(rows.loss(Severity.HIGH)).map(severity -> risk(severity, does + table + rows.words()));
    }
}
