package io.godwit.operation;

import io.godwit.schema.Sequence;
import java.util.Objects;

/**
 * Creates a sequence. Immutable.
 *
 * @param sequence the sequence
 */
public record CreateSequence(Sequence sequence) implements Operation {

    public CreateSequence {
        Objects.requireNonNull(sequence, "sequence");
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
