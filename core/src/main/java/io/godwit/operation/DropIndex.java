package io.godwit.operation;

import io.godwit.schema.Name;
import io.godwit.schema.TableName;
import java.util.Objects;

/**
 * Drops an index. Immutable.
 *
 * @param table the table
 * @param index the index's name
 * @param ifExists true: no error if it is not there
 * @param concurrently true: without blocking writers, where the engine can
 */
public record DropIndex(TableName table, Name index, boolean ifExists, boolean concurrently) implements Operation {

    public DropIndex {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(index, "index");
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
