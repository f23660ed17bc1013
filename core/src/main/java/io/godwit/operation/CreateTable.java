package io.godwit.operation;

import io.godwit.schema.Table;
import java.util.Objects;

/**
 * Creates a table. Immutable.
 *
 * @param table the table, with its constraints in whatever form the author wrote them
 * @param ifNotExists true: an equal table that is there already is left as it is
 */
public record CreateTable(Table table, boolean ifNotExists) implements Operation {

    public CreateTable {
        Objects.requireNonNull(table, "table");
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
