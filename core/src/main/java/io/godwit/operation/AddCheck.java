package io.godwit.operation;

import io.godwit.schema.Check;
import io.godwit.schema.TableName;
import java.util.Objects;

/**
 * Adds a check constraint. Immutable.
 *
 * @param table the table
 * @param check the constraint
 */
public record AddCheck(TableName table, Check check) implements Operation {

    public AddCheck {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(check, "check");
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
