package io.godwit.engine;

import io.godwit.dialect.Feature;
import io.godwit.format.MigrationReader;
import io.godwit.history.AuditEntry;
import io.godwit.history.Evidence;
import io.godwit.history.HistoryReader;
import io.godwit.history.ObjectChange;
import io.godwit.history.ObjectWriter;
import io.godwit.history.RecordedStep;
import io.godwit.history.StepProgress;
import io.godwit.migration.Migration;
import io.godwit.plan.Journal;
import io.godwit.plan.JournalStep;
import io.godwit.plan.Rendering;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Goes one way out of one thing that is to be repaired; the lock is held. For one use. */
final class RepairRun {

    private final Session session;
    private final Rendering rendering;
    private final RunOptions options;

    RepairRun(Session session, Rendering rendering, RunOptions options) {
        this.session = session;
        this.rendering = rendering;
        this.options = options;
    }

    String run(RepairAction action, RepairWay way) throws SQLException {
        Run run = new Run(
                session, rendering, options, new HistoryReader(session.dialect(), session.connection()).head(), false);
        if (!session.dialect().supports(Feature.SINGLE_WRITER)) {
            run.begin();
        }
        return switch (way) {
            case FORGET -> forget(run, action);
            case DONE, UNDONE -> settle(run, action, way == RepairWay.DONE);
            case TAKE_BACK -> new TakingBack(run, migration(run, action)).run(action);
            case RESUME, MEND, ACKNOWLEDGE -> throw new IllegalArgumentException("not of a partial migration: " + way);
        };
    }

    private static Migration migration(Run run, RepairAction action) throws SQLException {
        return MigrationReader.ofHistory().read("history", run.reader().document(action.migrationId()));
    }

    private static String forget(Run run, RepairAction action) throws SQLException {
        String words = AuditEntry.FORGOTTEN + action.migrationId() + "; the database is as it was";
        List<ObjectChange> objects = List.of(new ObjectChange.TakenBack());
        List<String> changes = new ArrayList<>(List.of(
                run.writer().stepsGone(action.migrationId()), run.writer().rolledBack(action.migrationId())));
        changes.addAll(
                new ObjectWriter(run.session().dialect()).statements(action.pluginId(), action.migrationId(), objects));
        record(run, action, Evidence.NONE.with(objects).behind(words), changes);
        return words;
    }

    /** The row says afterwards that the run stopped before the next statement, of which nothing is in doubt. */
    private static String settle(Run run, RepairAction action, boolean done) throws SQLException {
        RecordedStep row = run.reader().steps(action.migrationId()).stream()
                .filter(step -> step.stepId().equals(action.stepId()))
                .findFirst()
                .orElseThrow();
        String words = "step " + action.stepId() + " of " + action.migrationId() + ": the statement in doubt counts as "
                + (done ? "done" : "not done");
        record(
                run,
                action,
                words + ": " + action.statement(),
                List.of(run.writer().stepMoved(action.migrationId(), done ? behind(row) : before(row))));
        return words;
    }

    private static RecordedStep behind(RecordedStep row) {
        return stopped(row, row.inverse(), row.progress().next());
    }

    /** An operation of which nothing is done leaves the journal: its text may be corrected. */
    private static RecordedStep before(RecordedStep row) {
        StepProgress progress = row.progress();
        if (progress.statement() > 0) {
            return stopped(row, row.inverse(), progress);
        }
        List<JournalStep> kept = new ArrayList<>();
        for (JournalStep step : Journal.parse(row.inverse()).steps()) {
            kept.add(new JournalStep(
                    step.id(), step.skipped(), step.undoable(), step.entries().subList(0, progress.operations())));
        }
        return stopped(row, new Journal(kept).toString(), StepProgress.before(progress.operations(), List.of()));
    }

    private static RecordedStep stopped(RecordedStep row, String inverse, StepProgress progress) {
        return new RecordedStep(row.stepId(), row.direction(), row.position(), RecordedStep.STOPPED, inverse, progress);
    }

    /** With its entry in the audit trail, or not at all. */
    static void record(Run run, RepairAction action, String words, List<String> changes) throws SQLException {
        AuditEntry entry = entry(run, action, "done", words);
        List<String> all = new ArrayList<>(changes);
        all.add(run.writer().audit(entry));
        new SmallTransaction(run.session()).run(all);
        run.committed(entry);
    }

    static AuditEntry entry(Run run, RepairAction action, String outcome, String words) {
        return run.next(action.pluginId(), action.migrationId(), outcome, words);
    }
}
