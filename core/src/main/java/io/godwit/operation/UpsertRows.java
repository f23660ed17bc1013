package io.godwit.operation;

import io.godwit.schema.Name;
import io.godwit.schema.TableName;
import java.util.List;
import java.util.Objects;

/**
 * Inserts rows, or updates those that are there already. Immutable.
 *
 * @param table the table
 * @param rows at least one
 * @param key the columns that tell whether a row is there already
 */
public record UpsertRows(TableName table, List<Row> rows, List<Name> key) implements Operation {

    public UpsertRows {
        Objects.requireNonNull(table, "table");
        rows = List.copyOf(rows);
        key = List.copyOf(key);
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("upsertRows needs at least one of rows");
        }
        if (key.isEmpty()) {
            throw new IllegalArgumentException("upsertRows needs at least one of key");
        }
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
