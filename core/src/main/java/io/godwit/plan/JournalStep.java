package io.godwit.plan;

import java.util.List;

/**
 * One step of a journal. Immutable.
 *
 * @param id the step's id
 * @param skipped whether it was left out: its error or validation said so
 * @param undoable whether the step may be undone at all
 * @param entries one for each operation, in the order in which they ran
 */
public record JournalStep(String id, boolean skipped, boolean undoable, List<JournalEntry> entries) {

    public JournalStep {
        entries = List.copyOf(entries);
    }

    /** Of a step that ran as it was planned. */
    public static JournalStep of(StepPlan step) {
        return new JournalStep(
                step.step().id(),
                false,
                step.step().rollbackSupported(),
                step.entries().toList());
    }
}
