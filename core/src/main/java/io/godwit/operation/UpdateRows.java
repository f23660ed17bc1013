package io.godwit.operation;

import io.godwit.schema.Expression;
import io.godwit.schema.TableName;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Updates rows. Immutable.
 *
 * @param table the table
 * @param set column to new value
 * @param where which rows; null for all
 */
public record UpdateRows(TableName table, Row set, @Nullable Expression where) implements Operation {

    public UpdateRows {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(set, "set");
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
