package io.godwit.operation;

import io.godwit.schema.TableName;
import io.godwit.schema.UniqueKey;
import java.util.Objects;

/**
 * Adds a unique constraint. Immutable.
 *
 * @param table the table
 * @param key the constraint
 */
public record AddUnique(TableName table, UniqueKey key) implements Operation {

    public AddUnique {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(key, "key");
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
