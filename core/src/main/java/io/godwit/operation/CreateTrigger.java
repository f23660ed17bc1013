package io.godwit.operation;

import io.godwit.schema.Trigger;
import java.util.Objects;

/**
 * Creates a row trigger that sets columns. Immutable.
 *
 * @param trigger the trigger
 */
public record CreateTrigger(Trigger trigger) implements Operation {

    public CreateTrigger {
        Objects.requireNonNull(trigger, "trigger");
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
