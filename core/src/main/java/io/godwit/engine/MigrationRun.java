package io.godwit.engine;

import io.godwit.plan.Finding;
import io.godwit.plan.MigrationPlan;
import java.util.List;

/** Runs one migration of a plan, in the way that its steps ask for. */
interface MigrationRun {

    /** How the attempt ended. */
    enum Result {
        DONE,
        /** Somebody else has written meanwhile; nothing was changed. */
        STALE
    }

    Result run();

    /** The run for a plan: one transaction where that is enough. */
    static MigrationRun of(Run run, MigrationPlan plan, List<Finding> findings) {
        return plan.inOneTransaction() ? new WholeRun(run, plan, findings) : new PartedRun(run, plan, findings);
    }
}
