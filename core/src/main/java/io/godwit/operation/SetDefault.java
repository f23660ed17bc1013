package io.godwit.operation;

import io.godwit.schema.Name;
import io.godwit.schema.TableName;
import io.godwit.schema.Value;
import java.util.Objects;

/**
 * Sets the default of a column; rows that are there keep their values. Immutable.
 *
 * @param table the table
 * @param column the column
 * @param defaultValue what a row gets that does not say
 */
public record SetDefault(TableName table, Name column, Value defaultValue) implements Operation {

    public SetDefault {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(column, "column");
        Objects.requireNonNull(defaultValue, "defaultValue");
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
