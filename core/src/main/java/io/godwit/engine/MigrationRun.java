package io.godwit.engine;

import io.godwit.dialect.Feature;
import io.godwit.dialect.Statement;
import io.godwit.plan.Finding;
import io.godwit.plan.MigrationPlan;
import io.godwit.plan.SqlKind;
import io.godwit.plan.StepPlan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs one migration of a plan, in the way that its steps ask for. */
interface MigrationRun {

    /** How the attempt ended. */
    enum Result {
        DONE,
        /** Somebody else has written meanwhile; nothing was changed. */
        STALE
    }

    /** Runs it, or throws what stopped it. */
    Result run() throws Setback;

    private static boolean changesRowsOnly(MigrationPlan plan) {
        return plan.steps().stream().noneMatch(StepPlan::deferred)
                && SqlKind.changesRowsOnly(
                        plan.statements().stream().map(Statement::sql).toList());
    }

    private static boolean commitsByItself(Run run, MigrationPlan plan) {
        return !run.session().dialect().supports(Feature.TRANSACTIONAL_DDL)
                && !(plan.inOneTransaction() && changesRowsOnly(plan));
    }

    /**
     * The run for a plan: one transaction where that is enough.
     *
     * @param next what runs behind it; null for nothing
     */
    static MigrationRun of(Run run, MigrationPlan plan, @Nullable MigrationPlan next, List<Finding> findings) {
        if (commitsByItself(run, plan)) {
            return new CommittingRun(run, plan, findings, next != null && commitsByItself(run, next));
        }
        return plan.inOneTransaction() ? new WholeRun(run, plan, findings) : new PartedRun(run, plan, findings);
    }
}
