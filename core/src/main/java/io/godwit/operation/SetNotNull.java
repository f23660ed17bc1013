package io.godwit.operation;

import io.godwit.schema.Name;
import io.godwit.schema.TableName;
import io.godwit.schema.Value;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Forbids NULL in a column. Immutable.
 *
 * @param table the table
 * @param column the column
 * @param backfill what rows that are NULL get first; null if there are none
 */
public record SetNotNull(
        TableName table, Name column, @Nullable Value backfill) implements Operation {

    public SetNotNull {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(column, "column");
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
