package io.godwit.engine;

import io.godwit.operation.Operation;
import io.godwit.plan.Finding;
import io.godwit.plan.JournalEntry;
import io.godwit.plan.OperationScript;
import io.godwit.plan.TransformPlan;
import java.util.List;

/** How the statements of a step reach the database. For one step, on one thread. */
interface ScriptRunner {

    /** Runs an operation's statements and says how many rows they changed. */
    long run(String step, OperationScript script) throws StepFailure;

    /** The scripts as they are best run: those that may share a transaction and a record put together. */
    default List<OperationScript> grouped(List<OperationScript> scripts) {
        return scripts;
    }

    /**
     * Moves the rows of the step's transform, behind its operations.
     *
     * @return how many rows were added or changed
     */
    default long move(TransformPlan transform, List<Finding> findings) throws StepFailure {
        throw new IllegalStateException("rows are moved where each batch is recorded");
    }

    /** Whether an interrupted run did a part of the step. */
    default boolean isBegun() {
        return false;
    }

    /**
     * Brings the operation to its end in whose midst an interrupted run was.
     *
     * @param begun the step's operations up to that one
     */
    default void finishInterrupted(List<Operation> begun) throws StepFailure {
        // nothing was begun
    }

    /** What the history should remember of what an interrupted run did, one entry for each operation. */
    default List<JournalEntry> before() {
        return List.of();
    }

    /** What the history should remember of the rows that {@link #move} moved, if no interrupted run had begun to. */
    default List<JournalEntry> moved() {
        return List.of();
    }
}
