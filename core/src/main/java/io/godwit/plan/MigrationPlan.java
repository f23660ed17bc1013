package io.godwit.plan;

import io.godwit.dialect.Statement;
import io.godwit.migration.Migration;
import java.util.List;

/**
 * One migration of a plan, in one direction. Immutable.
 *
 * @param migration what it is made of
 * @param direction which way it goes
 * @param steps in the order in which they run; empty when they do not run
 * @param handling what is done with it
 * @param sourceHash SHA-256 of the document it was read from; empty when there was none
 * @param resumed whether an earlier run did a part of it, so that the steps are what is left
 */
public record MigrationPlan(
        Migration migration,
        Direction direction,
        List<StepPlan> steps,
        Handling handling,
        String sourceHash,
        boolean resumed) {

    public MigrationPlan {
        steps = List.copyOf(steps);
    }

    /** Whether it is not for this engine and only recorded. */
    public boolean skipped() {
        return handling == Handling.SKIP;
    }

    /** Whether its steps run. */
    public boolean runs() {
        return handling == Handling.RUN;
    }

    public String id() {
        return migration.id();
    }

    /** Whether its author wants a backup before it runs; taking back needs none. */
    public boolean requiresBackup() {
        return direction == Direction.UP && handling == Handling.RUN && migration.requiresBackup();
    }

    /** What it touches, told by its operations. */
    public Touches touches() {
        return Touches.of(steps);
    }

    /** How well one of its steps is taken back. */
    public StepUndo undo(StepPlan step) {
        return StepUndo.of(this, step);
    }

    public List<Statement> statements() {
        return steps.stream().flatMap(step -> step.statements().stream()).toList();
    }

    /** Whether one transaction holds all of it. */
    public boolean inOneTransaction() {
        return !resumed
                && steps.stream().allMatch(StepPlan::transactional)
                && steps.stream().noneMatch(step -> step.step().skipOnError());
    }
}
