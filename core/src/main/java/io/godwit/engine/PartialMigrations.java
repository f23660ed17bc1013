package io.godwit.engine;

import io.godwit.failure.GodwitException;
import io.godwit.format.MigrationReader;
import io.godwit.history.AppliedMigration;
import io.godwit.history.AuditEntry;
import io.godwit.history.History;
import io.godwit.history.HistoryReader;
import io.godwit.history.RecordedStep;
import io.godwit.migration.Migration;
import io.godwit.plan.Journal;
import io.godwit.plan.Rendering;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells of each migration that is done in part what can be done about it. Reads only; for one thread. */
final class PartialMigrations {

    private final Session session;
    private final Rendering rendering;
    private final HistoryReader reader;

    PartialMigrations(Session session, Rendering rendering) {
        this.session = session;
        this.rendering = rendering;
        this.reader = new HistoryReader(session.dialect(), session.connection());
    }

    List<RepairAction> actions(History history) throws SQLException {
        List<RepairAction> actions = new ArrayList<>();
        for (AppliedMigration applied : history.applied()) {
            if (!applied.isWhole()) {
                actions.add(action(applied, reader.steps(applied.migrationId())));
            }
        }
        return actions;
    }

    private RepairAction action(AppliedMigration applied, List<RecordedStep> steps) throws SQLException {
        Optional<RecordedStep> doubtful = doubtful(applied, steps);
        String backup = backup(applied.migrationId());
        return doubtful.isPresent() ? doubtful(applied, doubtful.get(), backup) : partial(applied, steps, backup);
    }

    /** What a restore would take; empty if none was taken before it. */
    private String backup(String migrationId) throws SQLException {
        return reader.audit().stream()
                .filter(entry -> entry.action().equals("backup")
                        && entry.outcome().equals("done")
                        && entry.migrationId().equals(migrationId))
                .map(AuditEntry::words)
                .filter(words -> words.contains(": "))
                .reduce((former, newest) -> newest)
                .map(words -> words.substring(0, words.indexOf(": ")))
                .map(name -> "; the backup before it is " + name + ": godwit restore " + name
                        + " makes its tables what they were")
                .orElse("");
    }

    /** A document that cannot be read any more tells nothing, which leaves the doubt. */
    private Optional<RecordedStep> doubtful(AppliedMigration applied, List<RecordedStep> steps) throws SQLException {
        List<RecordedStep> unsettled =
                steps.stream().filter(Settlement::isUnsettled).toList();
        if (unsettled.isEmpty()) {
            return Optional.empty();
        }
        Migration migration = MigrationReader.ofHistory().read("history", reader.document(applied.migrationId()));
        Settlement settlement = new Settlement(session, rendering);
        return unsettled.stream()
                .filter(step -> isDoubtful(settlement, migration, step))
                .findFirst();
    }

    private static boolean isDoubtful(Settlement settlement, Migration migration, RecordedStep step) {
        try {
            return settlement.isDoubtful(migration, step);
        } catch (GodwitException e) {
            return true;
        }
    }

    private static RepairAction doubtful(AppliedMigration applied, RecordedStep step, String backup) {
        return new RepairAction(
                RepairAction.Kind.DOUBTFUL,
                applied.pluginId(),
                applied.migrationId(),
                step.stepId(),
                applied.appliedAt(),
                Settlement.statement(step),
                "the run was cut off, and the catalog cannot tell whether the step's last statement took effect"
                        + backup,
                List.of(
                        new RepairOption(
                                RepairWay.DONE, "the statement counts as done; the next run goes on behind it"),
                        new RepairOption(RepairWay.UNDONE, "the next run goes on with the statement"),
                        forget()));
    }

    private static RepairAction partial(AppliedMigration applied, List<RecordedStep> steps, String backup) {
        boolean down = steps.stream().anyMatch(step -> step.direction().equals(RecordedStep.DOWN));
        boolean back = steps.stream().anyMatch(step -> step.direction().equals(RecordedStep.UNDO));
        List<String> done = steps.stream()
                .filter(step -> step.state().equals(RecordedStep.DONE))
                .map(RecordedStep::stepId)
                .toList();
        String what = back
                ? "it failed and was being taken back when the run stopped"
                : down ? "its rollback stopped half-way" : "it stopped half-way";
        return new RepairAction(
                RepairAction.Kind.PARTIAL,
                applied.pluginId(),
                applied.migrationId(),
                "",
                applied.appliedAt(),
                "",
                what + "; done are " + (done.isEmpty() ? "no steps" : "the steps " + String.join(", ", done)) + backup,
                ways(steps, down, back));
    }

    private static List<RepairOption> ways(List<RecordedStep> steps, boolean down, boolean back) {
        List<RepairOption> ways = new ArrayList<>();
        if (back || down) {
            ways.add(
                    back
                            ? new RepairOption(RepairWay.TAKE_BACK, "it is taken back to the end; it is pending again")
                            : new RepairOption(RepairWay.RESUME, "it is rolled back to the end"));
        } else {
            ways.add(new RepairOption(RepairWay.RESUME, "the steps that are left run, from the document as it is now"));
            Journal journal = new Journal(steps.stream()
                    .flatMap(step -> Journal.parse(step.inverse()).steps().stream())
                    .toList());
            if (Compensation.exact(journal)) {
                ways.add(new RepairOption(RepairWay.TAKE_BACK, "what is done is taken back; it is pending again"));
            }
        }
        ways.add(forget());
        return ways;
    }

    static RepairOption forget() {
        return new RepairOption(
                RepairWay.FORGET, "the history forgets it, and the database stays as it is; it is pending again");
    }
}
