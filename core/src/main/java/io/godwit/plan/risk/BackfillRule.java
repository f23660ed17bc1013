package io.godwit.plan.risk;

import io.godwit.dialect.Feature;
import io.godwit.dialect.TableChange;
import io.godwit.operation.InsertRows;
import io.godwit.operation.SetNotNull;
import io.godwit.plan.RowTarget;
import io.godwit.plan.Severity;
import io.godwit.schema.TableName;
import java.util.Optional;

/** Rows of a table are filled in the transaction that also alters the table. */
final class BackfillRule extends Rule {

    BackfillRule() {
        super(new RuleText(
                "backfill-in-ddl-transaction",
                Severity.MEDIUM,
                "Rows of a table are filled in the transaction that also alters the table.",
                "The lock of the change is held until the last row is written.",
                "a migration of its own for the rows, in batches"));
    }

    @Override
    Optional<Risk> look(Change change) {

        if (!change.supports(Feature.TRANSACTIONAL_DDL) || !change.step().transactional()) {
            return Optional.empty();
        }
        if (change.operation() instanceof SetNotNull set && set.backfill() != null) {
            return found(change, Optional.of(set.table()).filter(change::isOld));
        }
        Optional<TableName> altered = TableChange.tableOf(change.operation()).filter(change.transaction()::hasWritten);
        Optional<TableName> written = change.operation() instanceof InsertRows
                ? Optional.empty()
                : RowTarget.of(change.operation()).stream()
                        .filter(change.transaction()::hasAltered)
                        .findFirst();
        return found(change, altered.or(() -> written).filter(change::isOld));
    }

    private Optional<Risk> found(Change change, Optional<TableName> table) {
        return table.flatMap(
                name -> risk(change.rows(name), "fills rows of " + name + " in the transaction that alters it"));
    }
}
