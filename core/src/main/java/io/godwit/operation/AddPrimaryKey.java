package io.godwit.operation;

import io.godwit.schema.PrimaryKey;
import io.godwit.schema.TableName;
import java.util.Objects;

/**
 * Adds a primary key to a table that has none. Immutable.
 *
 * @param table the table
 * @param key the key
 */
public record AddPrimaryKey(TableName table, PrimaryKey key) implements Operation {

    public AddPrimaryKey {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(key, "key");
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
