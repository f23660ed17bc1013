package io.godwit.operation;

import io.godwit.schema.TableName;
import java.util.Objects;

/**
 * Renames a table; what refers to it goes on doing so. Immutable.
 *
 * @param from the table
 * @param to its new name; a name without a schema is in the schema of {@code from}, and no other schema may be named
 */
public record RenameTable(TableName from, TableName to) implements Operation {

    public RenameTable {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        if (to.schemaName() == null) {
            to = from.sibling(to.name());
        }
        if (!to.schema().equals(from.schema())) {
            throw new IllegalArgumentException(
                    "a table stays in its schema when it is renamed; '" + to + "' is in another");
        }
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
