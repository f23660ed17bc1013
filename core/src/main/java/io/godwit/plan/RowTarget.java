package io.godwit.plan;

import io.godwit.operation.DeleteRows;
import io.godwit.operation.InsertRows;
import io.godwit.operation.Operation;
import io.godwit.operation.Sql;
import io.godwit.operation.UpdateRows;
import io.godwit.operation.UpsertRows;
import io.godwit.schema.TableName;
import java.util.Set;

/** The tables of which an operation changes rows and nothing else; none for any other operation. Stateless. */
public final class RowTarget {

    private RowTarget() {}

    /** More than one only for SQL text. */
    public static Set<TableName> of(Operation operation) {
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
