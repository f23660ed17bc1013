package io.godwit.operation;

import io.godwit.schema.Column;
import io.godwit.schema.TableName;
import java.util.Objects;

/**
 * Adds a column. Immutable.
 *
 * @param table the table
 * @param column the new column
 * @param ifNotExists true: an equal column that is there already is left as it is
 */
public record AddColumn(TableName table, Column column, boolean ifNotExists) implements Operation {

    public AddColumn {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(column, "column");
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
