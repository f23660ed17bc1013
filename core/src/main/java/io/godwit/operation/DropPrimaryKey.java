package io.godwit.operation;

import io.godwit.schema.TableName;
import java.util.Objects;

/**
 * Drops the primary key. Immutable.
 *
 * @param table the table
 */
public record DropPrimaryKey(TableName table) implements Operation {

    public DropPrimaryKey {
        Objects.requireNonNull(table, "table");
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
