package io.godwit.tck.harness;

import io.godwit.dialect.FailureKind;
import io.godwit.operation.Operation;
import io.godwit.plan.Inverse;
import io.godwit.plan.Undo;
import io.godwit.schema.Schema;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/** The steps that a test applied, and how each is taken back. */
final class UndoLog {

    private final Deque<Applied> steps = new ArrayDeque<>();

    /**
     * A step that was applied.
     *
     * @param before the schema before it
     * @param inverses one for each of its operations, in their order
     */
    record Applied(Schema before, List<Inverse> inverses) {

        Applied {
            inverses = List.copyOf(inverses);
        }

        boolean hasWayBack() {
            return inverses.stream().noneMatch(inverse -> inverse.undo() == Undo.NONE);
        }

        boolean isExact() {
            return inverses.stream().allMatch(inverse -> inverse.undo() == Undo.EXACT);
        }

        /** Whether the failure is only that rows which stayed miss the rows that a lossy way back cannot restore. */
        boolean mayMeetItsRows(ApplyFailedException failure) {
            return failure.kind() == FailureKind.CONSTRAINT
                    && inverses.stream().anyMatch(inverse -> inverse.undo() == Undo.LOSSY);
        }

        /** What takes the step back, the last operation first. */
        Operation[] back() {
            List<Inverse> reversed = new ArrayList<>(inverses);
            Collections.reverse(reversed);
            return reversed.stream()
                    .flatMap(inverse -> inverse.operations().stream())
                    .toArray(Operation[]::new);
        }
    }

    void add(Schema before, List<Inverse> inverses) {
        steps.push(new Applied(before, inverses));
    }

    /** What was applied so far cannot be reached any more. */
    void forget() {
        steps.clear();
    }

    /** The last step that is not taken back yet, if there is a way back. */
    boolean hasNext() {
        return !steps.isEmpty() && steps.peek().hasWayBack();
    }

    Applied peek() {
        return steps.getFirst();
    }

    Applied next() {
        return steps.pop();
    }
}
