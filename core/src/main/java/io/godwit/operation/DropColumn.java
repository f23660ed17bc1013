package io.godwit.operation;

import io.godwit.schema.Name;
import io.godwit.schema.TableName;
import java.util.Objects;

/**
 * Drops a column with its values and what depends on it alone. Immutable.
 *
 * @param table the table
 * @param column the column
 * @param ifExists true: no error if it is not there
 */
public record DropColumn(TableName table, Name column, boolean ifExists) implements Operation {

    public DropColumn {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(column, "column");
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
