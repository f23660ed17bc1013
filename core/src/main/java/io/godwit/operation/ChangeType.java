package io.godwit.operation;

import io.godwit.schema.ColumnType;
import io.godwit.schema.Expression;
import io.godwit.schema.Name;
import io.godwit.schema.TableName;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Changes the type of a column. Immutable.
 *
 * @param table the table
 * @param column the column
 * @param type its new type
 * @param using how the new value comes from the row; null for a cast
 */
public record ChangeType(
        TableName table,
        Name column,
        ColumnType type,
        @Nullable Expression using) implements Operation {

    public ChangeType {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(column, "column");
        Objects.requireNonNull(type, "type");
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
