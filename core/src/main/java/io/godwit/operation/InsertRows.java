package io.godwit.operation;

import io.godwit.schema.TableName;
import java.util.List;
import java.util.Objects;

/**
 * Inserts rows. Immutable.
 *
 * @param table the table
 * @param rows at least one
 */
public record InsertRows(TableName table, List<Row> rows) implements Operation {

    public InsertRows {
        Objects.requireNonNull(table, "table");
        rows = List.copyOf(rows);
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("insertRows needs at least one of rows");
        }
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
