package io.godwit.plan;

import io.godwit.operation.Operation;
import java.util.List;
import java.util.Objects;

/**
 * What takes one operation back. Immutable.
 *
 * @param undo how well
 * @param operations in the order in which they run; empty when there is nothing to do, or no way
 * @param reason why it is not exact, for people; empty when it is
 */
public record Inverse(Undo undo, List<Operation> operations, String reason) {

    public Inverse {
        Objects.requireNonNull(undo, "undo");
        Objects.requireNonNull(reason, "reason");
        operations = List.copyOf(operations);
    }

    static Inverse exact(Operation... operations) {
        return new Inverse(Undo.EXACT, List.of(operations), "");
    }

    static Inverse exact(List<Operation> operations) {
        return new Inverse(Undo.EXACT, operations, "");
    }

    static Inverse lossy(String reason, List<Operation> operations) {
        return new Inverse(Undo.LOSSY, operations, reason);
    }

    static Inverse none(String reason) {
        return new Inverse(Undo.NONE, List.of(), reason);
    }
}
