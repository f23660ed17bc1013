package io.godwit.plan;

import io.godwit.operation.DeleteRows;
import io.godwit.operation.InsertRows;
import io.godwit.operation.Operation;
import io.godwit.operation.Sql;
import io.godwit.operation.UpdateRows;
import io.godwit.operation.UpsertRows;
import io.godwit.schema.TableName;
import org.jspecify.annotations.Nullable;

/** The one table of which an operation changes rows and nothing else; null for any other operation. */
final class RowTarget {

    private RowTarget() {}

    static @Nullable TableName of(Operation operation) {
        if (operation instanceof InsertRows insert) {
            return insert.table();
        } else if (operation instanceof UpsertRows upsert) {
            return upsert.table();
        } else if (operation instanceof UpdateRows update) {
            return update.table();
        } else if (operation instanceof DeleteRows delete) {
            return delete.table();
        } else if (operation instanceof Sql sql) {
            return SqlKind.target(sql.text()).orElse(null);
        }
        return null;
    }
}
