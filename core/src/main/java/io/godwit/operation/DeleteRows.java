package io.godwit.operation;

import io.godwit.schema.Expression;
import io.godwit.schema.TableName;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Deletes rows. Immutable.
 *
 * @param table the table
 * @param where which rows; null for all
 */
public record DeleteRows(TableName table, @Nullable Expression where) implements Operation {

    public DeleteRows {
        Objects.requireNonNull(table, "table");
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
