package io.godwit.engine;

import io.godwit.failure.GodwitException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a repair did. Immutable.
 *
 * @param done what was done, a sentence for each choice
 * @param left what is still to be repaired
 * @param failure what stopped it; null when nothing did
 */
public record RepairReport(
        List<String> done, RepairPlan left, @Nullable GodwitException failure) {

    public RepairReport {
        done = List.copyOf(done);
    }

    /** Whether nothing is left to be repaired. */
    public boolean repaired() {
        return failure == null && left.isEmpty();
    }

    /** This report, if nothing stopped the repair; else what did is thrown. */
    public RepairReport orThrow() {
        if (failure != null) {
            throw failure;
        }
        return this;
    }
}
