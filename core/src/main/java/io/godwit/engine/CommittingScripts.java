package io.godwit.engine;

import io.godwit.dialect.FailureKind;
import io.godwit.dialect.Statement;
import io.godwit.history.RecordedStep;
import io.godwit.history.StepProgress;
import io.godwit.operation.Operation;
import io.godwit.plan.Finding;
import io.godwit.plan.Journal;
import io.godwit.plan.JournalEntry;
import io.godwit.plan.JournalStep;
import io.godwit.plan.OperationScript;
import io.godwit.plan.ScriptGroups;
import io.godwit.plan.SqlKind;
import io.godwit.plan.StepPlan;
import io.godwit.plan.TransformPlan;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Runs the statements of a step on an engine that commits around each of them. What is about to run is recorded before, with how to
 * take it back; rows are changed in the transaction that records it.
 */
final class CommittingScripts implements ScriptRunner {

    /**
     * What is known of the first statement that is about to run.
     *
     * @param recorded whether what it would do is recorded already
     * @param ran with which kinds of failure the engine tells that it ran before
     */
    private record Repeat(boolean recorded, Set<FailureKind> ran) {

        static final Repeat NONE = new Repeat(false, Set.of());
        static final Repeat RECORDED = new Repeat(true, Set.of());
        static final Repeat DROPS = new Repeat(true, Set.of(FailureKind.MISSING_OBJECT));
        static final Repeat ANY = new Repeat(true, Set.of(FailureKind.DUPLICATE_OBJECT, FailureKind.MISSING_OBJECT));
    }

    private final Run run;
    private final StepLog log;
    private final StepPlan plan;
    private final List<JournalEntry> entries = new ArrayList<>();
    private final List<JournalEntry> before = new ArrayList<>();
    private final List<JournalEntry> moved = new ArrayList<>();
    private int operations;

    CommittingScripts(Run run, StepLog log, StepPlan plan) {
        this.run = run;
        this.log = log;
        this.plan = plan;
        log.recorded().ifPresent(this::recall);
    }

    private void recall(RecordedStep recorded) {
        Journal.parse(recorded.inverse()).steps().forEach(step -> before.addAll(step.entries()));
        entries.addAll(before);
        operations = recorded.progress().operations();
    }

    @Override
    public boolean isBegun() {
        return operations > 0
                || log.recorded()
                        .filter(row -> !row.progress().equals(StepProgress.NONE))
                        .isPresent();
    }

    @Override
    public List<OperationScript> grouped(List<OperationScript> scripts) {
        return new ScriptGroups(scripts).grouped();
    }

    @Override
    public List<JournalEntry> before() {
        return List.copyOf(before);
    }

    @Override
    public long run(String step, OperationScript script) throws StepFailure {
        List<String> statements =
                script.statements().stream().map(Statement::sql).toList();
        entries.addAll(script.inverses());
        int after = operations + script.operations().size();
        long rows = 0;
        if (SqlKind.changesRowsOnly(statements)) {
            rows = together(step, statements, after);
        } else if (statements.size() > 1 && ScriptGroups.canBeTriedAgain(script)) {
            make(step, statements, false);
        } else {
            rows = oneByOne(step, StepProgress.before(operations, statements), Repeat.NONE);
        }
        operations = after;
        return rows;
    }

    /** With one record before them all; each that ran before is refused by the engine. */
    private void make(String step, List<String> statements, boolean repeated) throws StepFailure {
        int done = 0;
        String current = "";
        try {
            if (!repeated) {
                log.commit(journal(), StepProgress.among(operations, statements));
            }
            for (String sql : statements) {
                current = sql;
                execute(sql, repeated ? Set.of(FailureKind.DUPLICATE_OBJECT) : Set.of());
                done++;
            }
        } catch (SQLException e) {
            takeOut(statements.size() - done);
            log.failed(journal(), StepProgress.before(operations + done, List.of()));
            throw new StepFailure(step, current, e);
        }
    }

    /** What changes rows alone commits with its record; what ran is then no question. */
    private long together(String step, List<String> statements, int after) throws StepFailure {
        if (statements.isEmpty()) {
            return 0;
        }
        Retry retry = new Retry(run, log.migration());
        while (true) {
            WorkTransaction transaction = new WorkTransaction(run.session(), plan.statements());
            String current = "";
            try {
                long rows = 0;
                transaction.begin();
                for (String sql : statements) {
                    current = sql;
                    rows += run.session().execute(sql);
                    run.session().reached("after rows were changed");
                }
                current = "";
                log.write(journal(), StepProgress.before(after, List.of()));
                transaction.commit();
                log.written();
                return rows;
            } catch (SQLException e) {
                transaction.rollback();
                StepFailure failure = new StepFailure(step, current, e);
                if (!retry.again(failure)) {
                    takeOut(after - operations);
                    throw failure;
                }
            }
        }
    }

    /** From the statement that the progress points at. */
    private long oneByOne(String step, StepProgress begin, Repeat repeat) throws StepFailure {
        StepProgress progress = begin;
        long rows = 0;
        while (progress.statement() < progress.statements().size()) {
            String sql = progress.statements().get(progress.statement());
            Repeat now = progress.equals(begin) ? repeat : Repeat.NONE;
            try {
                if (SqlKind.changesRowsOnly(List.of(sql))) {
                    rows += withRecord(sql, progress.next());
                } else {
                    if (!now.recorded()) {
                        log.commit(journal(), progress);
                    }
                    rows += execute(sql, now.ran());
                }
            } catch (SQLException e) {
                fail(progress, e);
                throw new StepFailure(step, sql, e);
            }
            progress = progress.next();
        }
        return rows;
    }

    private long withRecord(String sql, StepProgress after) throws SQLException {
        WorkTransaction transaction = new WorkTransaction(run.session(), plan.statements());
        transaction.begin();
        try {
            long rows = run.session().execute(sql);
            log.write(journal(), after);
            transaction.commit();
            log.written();
            return rows;
        } catch (SQLException e) {
            transaction.rollback();
            throw e;
        }
    }

    /**
     * An operation of which nothing is done is no longer in the journal; one of which a part is done stays. After a lost connection
     * nothing is known.
     */
    private void fail(StepProgress progress, SQLException failure) {
        if (run.session().isLost(failure)) {
            return;
        }
        if (progress.statement() == 0) {
            takeOut(entries.size() - operations);
            log.failed(journal(), StepProgress.before(operations, List.of()));
        } else {
            log.failed(journal(), progress);
        }
    }

    /** A statement that may have run before is told so by the engine, with one of these kinds of failure. */
    private long execute(String sql, Set<FailureKind> ran) throws SQLException {
        Retry retry = new Retry(run, log.migration());
        while (true) {
            try {
                run.session().reached("before a statement that commits by itself");
                long rows = run.session().execute(sql);
                run.session().reached("after a statement that commits by itself");
                return rows;
            } catch (SQLException e) {
                FailureKind kind = run.session().dialect().failures().classify(e);
                if (ran.contains(kind)) {
                    return 0;
                }
                if (!retry.again(new StepFailure("", sql, e))) {
                    throw e;
                }
            }
        }
    }

    @Override
    public void finishInterrupted(List<Operation> begun) throws StepFailure {
        RecordedStep row = log.recorded().orElse(null);
        if (row != null && row.progress().statement() == StepProgress.ANY) {
            make(plan.step().id(), row.progress().statements(), true);
        } else if (row != null && Settlement.isUnsettled(row)) {
            settle(row, begun.subList(Math.min(operations, begun.size()), begun.size()));
        } else if (row != null) {
            oneByOne(plan.step().id(), row.progress(), Repeat.NONE);
        }
        operations = before.size();
    }

    /** Looks what the statement did that may have run, and goes on from there. */
    private void settle(RecordedStep row, List<Operation> current) throws StepFailure {
        StepProgress progress = row.progress();
        Settlement settlement = new Settlement(run.session(), run.rendering());
        if (settlement.startsOver(current)) {
            boolean done = settlement.isDone(log.migration(), row, current, true);
            oneByOne(
                    plan.step().id(),
                    done ? progress.behind() : StepProgress.before(operations, progress.statements()),
                    Repeat.DROPS);
            return;
        }
        boolean only = progress.statements().size() == 1;
        boolean done = settlement.isDone(log.migration(), row, current, only);
        oneByOne(plan.step().id(), done ? progress.next() : progress, only ? Repeat.RECORDED : Repeat.ANY);
    }

    @Override
    public long move(TransformPlan transform, List<Finding> findings) throws StepFailure {
        return new TransformRun(run, log, plan, operations, findings).move(this::remember);
    }

    /** The journal, with how to take back the rows that are about to be moved. */
    private JournalStep remember(List<JournalEntry> rows) {
        moved.addAll(rows);
        entries.addAll(rows);
        return journal();
    }

    @Override
    public List<JournalEntry> moved() {
        return List.copyOf(moved);
    }

    private void takeOut(int count) {
        entries.subList(entries.size() - count, entries.size()).clear();
    }

    /** What is done so far. */
    JournalStep journal() {
        return new JournalStep(plan.step().id(), false, plan.step().rollbackSupported(), entries);
    }
}
