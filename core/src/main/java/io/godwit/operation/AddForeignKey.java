package io.godwit.operation;

import io.godwit.schema.ForeignKey;
import io.godwit.schema.TableName;
import java.util.Objects;

/**
 * Adds a foreign key. Immutable.
 *
 * @param table the referring table
 * @param key the key
 */
public record AddForeignKey(TableName table, ForeignKey key) implements Operation {

    public AddForeignKey {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(key, "key");
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
