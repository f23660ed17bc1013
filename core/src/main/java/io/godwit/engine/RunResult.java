package io.godwit.engine;

import io.godwit.failure.GodwitException;
import io.godwit.plan.Direction;
import io.godwit.plan.Finding;
import io.godwit.plan.MigrationPlan;
import io.godwit.plan.Plan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a run has done so far. For one thread. */
final class RunResult {

    private final List<String> applied = new ArrayList<>();
    private final List<String> rolledBack = new ArrayList<>();
    private final List<Finding> planned = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<TakenBackup> backups = new ArrayList<>();
    private final List<MovedRows> moved = new ArrayList<>();
    private final FailedMigrations failed = new FailedMigrations();

    /** Where the run adds what it finds. */
    List<Finding> findings() {
        return findings;
    }

    /** Where the run adds the backups that it takes. */
    List<TakenBackup> backups() {
        return backups;
    }

    /** What failed while the run went on, and what could not run for it. */
    FailedMigrations failed() {
        return failed;
    }

    /** The plan that runs now, perhaps in place of another. */
    void planned(Plan plan) {
        planned.clear();
        planned.addAll(plan.findings());
    }

    /** @param transforms what those of the run did so far */
    void done(MigrationPlan plan, List<MovedRows> transforms) {
        list(plan).add(plan.id());
        transforms.stream().filter(rows -> rows.migration().equals(plan.id())).forEach(moved::add);
    }

    int done() {
        return applied.size() + rolledBack.size();
    }

    boolean isDone(MigrationPlan plan) {
        return list(plan).contains(plan.id());
    }

    /** What seemed done is to be done again. */
    void forget(List<MigrationPlan> plans) {
        plans.forEach(plan -> list(plan).remove(plan.id()));
    }

    private List<String> list(MigrationPlan plan) {
        return plan.direction() == Direction.UP ? applied : rolledBack;
    }

    Report report(Duration duration, @Nullable GodwitException stopped) {
        GodwitException failure = stopped != null ? stopped : failed.first();
        Outcome outcome = failure != null
                ? OutcomeOf.failure(failure)
                : applied.isEmpty() && rolledBack.isEmpty() ? Outcome.NOTHING_TO_DO : Outcome.SUCCEEDED;
        List<Finding> all = new ArrayList<>(planned);
        all.addAll(findings);
        all.addAll(failed.findings());
        return new Report(outcome, applied, rolledBack, all, backups, moved, duration, failure);
    }
}
