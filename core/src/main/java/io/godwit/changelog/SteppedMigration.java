package io.godwit.changelog;

import io.godwit.dialect.Statement;
import io.godwit.history.Checkpoint;
import io.godwit.history.HistoryWriter;
import io.godwit.history.RecordedStep;
import io.godwit.history.StepProgress;
import io.godwit.plan.Journal;
import io.godwit.plan.JournalEntry;
import io.godwit.plan.JournalStep;
import io.godwit.plan.MigrationPlan;
import io.godwit.plan.OperationScript;
import io.godwit.plan.Parts;
import io.godwit.plan.ScriptGroups;
import io.godwit.plan.SqlKind;
import io.godwit.plan.StepPlan;
import io.godwit.plan.TransformScript;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The statements of a migration that no single transaction holds, with the records that a run of Godwit's would write between them: what
 * is about to run is recorded before, so that Godwit knows what a script did that stopped half-way, and goes on there. For one migration,
 * on one thread.
 */
final class SteppedMigration {

    private final ScriptedTransactions transactions;
    private final ScriptedChecks checks;
    private final ScriptedHistory history;
    private final HistoryWriter writer;
    private final MigrationPlan plan;
    private final List<Statement> script = new ArrayList<>();
    private final List<String> waiting = new ArrayList<>();
    private final List<JournalStep> done = new ArrayList<>();
    private final Set<String> there = new HashSet<>();
    private int position;

    SteppedMigration(
            ScriptedTransactions transactions, ScriptedChecks checks, ScriptedHistory history, MigrationPlan plan) {
        this.transactions = transactions;
        this.checks = checks;
        this.history = history;
        this.writer = history.writer();
        this.plan = plan;
    }

    /** @param holdsDefinitions whether a transaction holds definitions too */
    List<Statement> statements(boolean holdsDefinitions) {
        waiting.add(history.started(plan));
        for (List<StepPlan> part : new Parts(plan).parts()) {
            if (holdsDefinitions && part.get(0).transactional()) {
                inside(part);
            } else {
                part.forEach(this::outside);
            }
        }
        waiting.addAll(history.finished(plan, new Journal(done)));
        script.addAll(transactions.small(takeWaiting()));
        return script;
    }

    private void inside(List<StepPlan> part) {
        List<Statement> work = new ArrayList<>(ScriptedTransactions.statements(takeWaiting()));
        for (StepPlan step : part) {
            JournalStep journal = JournalStep.of(step);
            work.addAll(checks.around(plan.id(), step));
            work.addAll(record(step, journal, RecordedStep.DONE, StepProgress.NONE));
            done.add(journal);
            position++;
        }
        script.addAll(transactions.around(
                part.stream().flatMap(step -> step.statements().stream()).toList(), work));
    }

    /** What each statement is about to do is recorded first; what changes rows alone commits with its record. */
    private void outside(StepPlan step) {
        script.addAll(checks.before(plan.id(), step));
        List<JournalEntry> entries = new ArrayList<>();
        int operations = 0;
        for (OperationScript group : new ScriptGroups(step.scripts()).grouped()) {
            entries.addAll(group.inverses());
            JournalStep journal = journal(step, entries);
            List<String> texts = group.statements().stream().map(Statement::sql).toList();
            int after = operations + group.operations().size();
            if (SqlKind.changesRowsOnly(texts)) {
                if (!texts.isEmpty()) {
                    rows(step, group.statements(), journal, StepProgress.before(after, List.of()));
                }
            } else if (texts.size() > 1 && ScriptGroups.canBeTriedAgain(group)) {
                intend(step, journal, StepProgress.among(operations, texts));
                script.addAll(group.statements());
            } else {
                oneByOne(step, group, journal, StepProgress.before(operations, texts));
            }
            operations = after;
        }
        if (step.transform() != null && step.transform().script() != null) {
            entries.addAll(step.transform().entries());
            move(step, step.transform().script(), journal(step, entries), operations);
        }
        script.addAll(checks.after(plan.id(), step));
        JournalStep journal = journal(step, entries);
        record(step, journal, RecordedStep.DONE, StepProgress.NONE).forEach(one -> waiting.add(one.sql()));
        done.add(journal);
        position++;
    }

    /** All rows at once, with the record that they are moved. */
    private void move(StepPlan step, TransformScript moving, JournalStep journal, int operations) {
        script.addAll(moving.tables());
        List<Statement> work = new ArrayList<>(checks.takesAll(plan.id(), step, moving));
        work.addAll(moving.rows());
        work.addAll(ScriptedTransactions.statements(takeWaiting()));
        StepProgress progress = StepProgress.at(operations, Checkpoint.START.ended());
        work.addAll(record(step, journal, RecordedStep.INTENT, progress));
        script.addAll(transactions.aroundSnapshot(step.statements(), work));
    }

    private void oneByOne(StepPlan step, OperationScript group, JournalStep journal, StepProgress begin) {
        StepProgress progress = begin;
        for (Statement statement : group.statements()) {
            if (SqlKind.changesRowsOnly(List.of(statement.sql()))) {
                rows(step, List.of(statement), journal, progress.next());
            } else {
                intend(step, journal, progress);
                script.add(statement);
            }
            progress = progress.next();
        }
    }

    private void rows(StepPlan step, List<Statement> statements, JournalStep journal, StepProgress progress) {
        List<Statement> work = new ArrayList<>(statements);
        work.addAll(ScriptedTransactions.statements(takeWaiting()));
        work.addAll(record(step, journal, RecordedStep.INTENT, progress));
        script.addAll(transactions.around(step.statements(), work));
    }

    private void intend(StepPlan step, JournalStep journal, StepProgress progress) {
        List<String> records = new ArrayList<>(takeWaiting());
        record(step, journal, RecordedStep.INTENT, progress).forEach(one -> records.add(one.sql()));
        script.addAll(transactions.small(records));
    }

    private List<Statement> record(StepPlan step, JournalStep journal, String state, StepProgress progress) {
        RecordedStep row = new RecordedStep(
                step.step().id(),
                plan.direction().toString(),
                position,
                state,
                new Journal(List.of(journal)).toString(),
                progress);
        return ScriptedTransactions.statements(
                there.add(row.stepId())
                        ? List.of(writer.step(plan.id(), row), writer.stepsCounted(plan.id()))
                        : List.of(writer.stepMoved(plan.id(), row)));
    }

    private static JournalStep journal(StepPlan step, List<JournalEntry> entries) {
        return new JournalStep(step.step().id(), false, step.step().rollbackSupported(), entries);
    }

    private List<String> takeWaiting() {
        List<String> taken = List.copyOf(waiting);
        waiting.clear();
        return taken;
    }
}
