package io.godwit.operation;

import io.godwit.schema.TableName;
import java.util.Objects;

/**
 * Drops a sequence. Immutable.
 *
 * @param sequence the sequence
 */
public record DropSequence(TableName sequence) implements Operation {

    public DropSequence {
        Objects.requireNonNull(sequence, "sequence");
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
