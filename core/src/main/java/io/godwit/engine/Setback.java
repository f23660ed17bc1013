package io.godwit.engine;

import io.godwit.failure.GodwitException;
import io.godwit.plan.MigrationPlan;
import java.sql.SQLException;

/**
 * An error that may pass. What became of the transaction is not known yet: whoever catches it gets another connection, reads the
 * history, and goes on from there, or gives up.
 */
final class Setback extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient MigrationPlan migration;
    private final transient Surrender surrender;
    private final StepFailure failure;

    /** Records the failure and says what to throw where nothing more can be tried. */
    interface Surrender {

        /**
         * Called at most once.
         *
         * @param doubt why nobody knows what became of the transaction; empty where it was rolled back
         */
        GodwitException failed(String doubt);
    }

    Setback(MigrationPlan migration, StepFailure failure, Surrender surrender) {
        super(failure);
        this.migration = migration;
        this.failure = failure;
        this.surrender = surrender;
    }

    /** The same, where another error stood against going on. */
    Setback followedBy(SQLException cause) {
        return new Setback(migration, new StepFailure(failure.step(), failure.statement(), cause), surrender);
    }

    MigrationPlan migration() {
        return migration;
    }

    StepFailure failure() {
        return failure;
    }

    GodwitException surrender(String doubt) {
        return surrender.failed(doubt);
    }
}
