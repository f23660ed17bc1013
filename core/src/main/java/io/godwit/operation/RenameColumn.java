package io.godwit.operation;

import io.godwit.schema.Name;
import io.godwit.schema.TableName;
import java.util.Objects;

/**
 * Renames a column; what refers to it goes on doing so. Immutable.
 *
 * @param table the table
 * @param from the column
 * @param to its new name
 */
public record RenameColumn(TableName table, Name from, Name to) implements Operation {

    public RenameColumn {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
