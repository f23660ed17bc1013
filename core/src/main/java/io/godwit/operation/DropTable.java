package io.godwit.operation;

import io.godwit.schema.TableName;
import java.util.Objects;

/**
 * Drops a table with its rows. Immutable.
 *
 * @param table the table
 * @param ifExists true: no error if it is not there
 * @param cascade true: also drops the foreign keys and views that depend on it
 */
public record DropTable(TableName table, boolean ifExists, boolean cascade) implements Operation {

    public DropTable {
        Objects.requireNonNull(table, "table");
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
