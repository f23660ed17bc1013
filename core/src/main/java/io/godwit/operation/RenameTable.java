package io.godwit.operation;

import io.godwit.schema.TableName;
import java.util.Objects;

/**
 * Renames a table; what refers to it goes on doing so. Immutable.
 *
 * @param from the table
 * @param to its new name, in the same schema
 */
public record RenameTable(TableName from, TableName to) implements Operation {

    public RenameTable {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
