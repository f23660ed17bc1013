package io.godwit.operation;

import io.godwit.schema.Name;
import io.godwit.schema.TableName;
import java.util.Objects;

/**
 * Allows NULL in a column. Immutable.
 *
 * @param table the table
 * @param column the column
 */
public record DropNotNull(TableName table, Name column) implements Operation {

    public DropNotNull {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(column, "column");
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
