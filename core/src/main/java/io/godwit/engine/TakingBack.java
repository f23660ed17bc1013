package io.godwit.engine;

import io.godwit.dialect.Feature;
import io.godwit.failure.RepairNeededException;
import io.godwit.history.AuditEntry;
import io.godwit.history.RecordedStep;
import io.godwit.migration.Migration;
import io.godwit.migration.Step;
import io.godwit.plan.Direction;
import io.godwit.plan.Handling;
import io.godwit.plan.Journal;
import io.godwit.plan.JournalStep;
import io.godwit.plan.MigrationPlan;
import io.godwit.plan.PluginDefinitions;
import io.godwit.plan.StepPlan;
import io.godwit.plan.StepRenderer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes back what is done of a migration that stopped half-way, because a person wants it so. For one use. */
final class TakingBack {

    private final Run run;
    private final Migration migration;
    private final List<JournalStep> done = new ArrayList<>();
    private @Nullable StepFailure failed;
    private int position;

    TakingBack(Run run, Migration migration) {
        this.run = run;
        this.migration = migration;
    }

    /** What was done, in a sentence. */
    String run(RepairAction action) throws SQLException {
        String words = migration.id() + " is taken back; it is pending";
        AuditEntry entry = RepairRun.entry(run, action, "done", words);
        String obstacle = obstacle(List.of(run.writer().audit(entry)));
        if (obstacle.isEmpty()) {
            run.committed(entry);
            return words;
        }
        throw failed(action, obstacle);
    }

    private String obstacle(List<String> closing) throws SQLException {
        List<RecordedStep> rows = run.reader().steps(migration.id());
        boolean down = rows.stream().anyMatch(row -> row.direction().equals(RecordedStep.DOWN));
        MigrationPlan plan =
                new MigrationPlan(migration, down ? Direction.DOWN : Direction.UP, List.of(), Handling.RUN, "", true);
        StepwiseReturn back = new StepwiseReturn(run, plan, new ArrayList<>()).closing(closing);
        if (rows.stream().anyMatch(row -> row.direction().equals(RecordedStep.UNDO))) {
            String obstacle = back.goOn(rows);
            failed = back.failure();
            return obstacle;
        }
        for (RecordedStep row : rows) {
            position = Math.max(position, row.position() + 1);
            done.addAll(
                    isBegun(row) ? finished(row) : Journal.parse(row.inverse()).steps());
        }
        return takeBack(back, closing);
    }

    private String takeBack(StepwiseReturn back, List<String> closing) {
        if (run.session().dialect().supports(Feature.TRANSACTIONAL_DDL)) {
            Compensation whole = new Compensation(run, migration.id(), new ArrayList<>()).closing(closing);
            String obstacle = whole.takeBack(new Journal(done));
            failed = whole.failure();
            return obstacle;
        }
        String obstacle = back.takeBack(done, position);
        failed = back.failure();
        return obstacle;
    }

    private static boolean isBegun(RecordedStep row) {
        return !row.state().equals(RecordedStep.DONE)
                && row.progress().statement() < row.progress().statements().size();
    }

    /** The operation in whose midst the run was cut off is brought to its end, for half of one has no inverse. */
    private List<JournalStep> finished(RecordedStep row) throws SQLException {
        Step step = migration.up().stream()
                .filter(candidate -> candidate.id().equals(row.stepId()))
                .findFirst()
                .orElseThrow();
        StepPlan plan = StepPlan.later(step, false);
        CommittingScripts scripts = new CommittingScripts(run, new StepLog(run, migration.id(), row, row), plan);
        try {
            scripts.finishInterrupted(new StepRenderer(run.rendering(), migration.id())
                    .open(step, scripts.before().size(), run.live(), new PluginDefinitions(), new ArrayList<>())
                    .passed());
        } catch (StepFailure failure) {
            run.tell(new ProgressEvent.StepSkipped(migration.id(), step.id(), String.valueOf(failure.getMessage())));
        }
        return List.of(scripts.journal());
    }

    private RepairNeededException failed(RepairAction action, String obstacle) throws SQLException {
        RepairNeededException failure = new Interrupted(run, migration.id())
                .because(
                        "Migration " + migration.id() + " could not be taken back: " + obstacle
                                + "\n  database: it is partial still; godwit repair --dry-run says what is done"
                                + "\n  next: correct the cause and run:  " + action.command(RepairWay.TAKE_BACK),
                        failed);
        AuditEntry entry = RepairRun.entry(run, action, "failed", String.valueOf(failure.getMessage()));
        new SmallTransaction(run.session()).run(run.waiting().with(run.writer().audit(entry)));
        run.waiting().written();
        run.committed(entry);
        return failure;
    }
}
