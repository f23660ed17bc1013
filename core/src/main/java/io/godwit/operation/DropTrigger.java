package io.godwit.operation;

import io.godwit.schema.Name;
import io.godwit.schema.TableName;
import java.util.Objects;

/**
 * Drops a trigger. Immutable.
 *
 * @param table the table it belongs to
 * @param trigger its name
 */
public record DropTrigger(TableName table, Name trigger) implements Operation {

    public DropTrigger {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(trigger, "trigger");
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
