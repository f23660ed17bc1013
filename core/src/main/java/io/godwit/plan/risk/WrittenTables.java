package io.godwit.plan.risk;

import io.godwit.operation.DeleteRows;
import io.godwit.operation.InsertRows;
import io.godwit.operation.Operation;
import io.godwit.operation.Sql;
import io.godwit.operation.UpdateRows;
import io.godwit.operation.UpsertRows;
import io.godwit.plan.SqlKind;
import io.godwit.schema.TableName;
import java.util.Set;

/** The tables whose rows an operation writes. */
final class WrittenTables {

    private WrittenTables() {}

    static Set<TableName> of(Operation operation) {
        if (operation instanceof InsertRows insert) {
            return Set.of(insert.table());
        } else if (operation instanceof UpsertRows upsert) {
            return Set.of(upsert.table());
        } else if (operation instanceof UpdateRows update) {
            return Set.of(update.table());
        } else if (operation instanceof DeleteRows delete) {
            return Set.of(delete.table());
        } else if (operation instanceof Sql sql) {
            return SqlKind.targets(sql.text());
        }
        return Set.of();
    }
}
