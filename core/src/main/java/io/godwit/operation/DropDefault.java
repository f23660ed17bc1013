package io.godwit.operation;

import io.godwit.schema.Name;
import io.godwit.schema.TableName;
import java.util.Objects;

/**
 * Takes the default of a column away. Immutable.
 *
 * @param table the table
 * @param column the column
 */
public record DropDefault(TableName table, Name column) implements Operation {

    public DropDefault {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(column, "column");
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
