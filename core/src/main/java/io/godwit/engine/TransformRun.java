package io.godwit.engine;

import io.godwit.dialect.FailureKind;
import io.godwit.dialect.SchemaState;
import io.godwit.history.Checkpoint;
import io.godwit.history.StepProgress;
import io.godwit.migration.OnError;
import io.godwit.migration.Transform;
import io.godwit.migration.TransformSource;
import io.godwit.operation.CreateTable;
import io.godwit.operation.DropTable;
import io.godwit.plan.Finding;
import io.godwit.plan.JournalEntry;
import io.godwit.plan.JournalStep;
import io.godwit.plan.Rendering;
import io.godwit.plan.Severity;
import io.godwit.plan.StepPlan;
import io.godwit.plan.StepRenderer;
import io.godwit.plan.transform.CustomTable;
import io.godwit.plan.transform.StageTable;
import io.godwit.plan.transform.StraightRows;
import io.godwit.plan.transform.TransformCompiler;
import io.godwit.plan.transform.TransformSql;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Moves the rows of a step's transform: batch by batch by the source's key, each in one transaction with the record of how far it
 * got, so that a run that is stopped anywhere is gone on with behind its last batch. For one step, on one thread.
 */
final class TransformRun {

    private final Run run;
    private final StepLog log;
    private final StepPlan plan;
    private final int operations;
    private final List<Finding> findings;
    private final Transform transform;
    private final long beginning = System.nanoTime();
    private @Nullable Boolean ofRows;

    /**
     * For one step.
     *
     * @param operations how many of its operations come before
     */
    TransformRun(Run run, StepLog log, StepPlan plan, int operations, List<Finding> findings) {
        this.run = run;
        this.log = log;
        this.plan = plan;
        this.operations = operations;
        this.findings = findings;
        this.transform = Objects.requireNonNull(plan.step().transform(), "transform");
    }

    /**
     * Moves what is not moved yet.
     *
     * @param remember is told how to take the rows back, and gives the step's journal with it
     * @return how many rows were added or changed, an interrupted run's too
     */
    long move(Function<List<JournalEntry>, JournalStep> remember) throws StepFailure {
        SchemaState schema = run.live();
        Checkpoint begun =
                log.recorded().map(row -> row.progress().checkpoint()).orElse(null);
        if (begun != null && begun.hasEnded()) {
            return clearedAway(schema, begun);
        }
        boolean straight = StraightRows.are(transform, schema);
        Table stage = stage(schema, straight);
        Rendering rendering =
                stage == null ? run.rendering() : run.rendering().with((name, moves, file, target) -> stage);
        List<JournalEntry> entries = new StepRenderer(rendering, log.migration())
                .moving(plan.step(), transform, schema)
                .entries();
        if (stage != null) {
            schema.apply(new CreateTable(stage, true));
        }
        TransformSql sql = new TransformCompiler(
                        log.migration(), plan.step().id(), transform, schema, stage, rendering.customs())
                .compile();
        TransformTables tables = straight
                ? new TransformTables(run, schema, sql, null, null)
                : new TransformTables(run, schema, sql, stage, sql.made());
        TransformRows rows = new TransformRows(run, log.migration(), plan.step().id(), sql, schema);
        SensitiveRows sensitive = SensitiveRows.NONE;
        try {
            if (begun == null) {
                tables.make();
                tables.makeForBatches();
            }
            Checkpoint start = begun == null
                    ? begin(tables, rows, remember.apply(entries))
                    : takeOver(tables, rows, remember.apply(List.of()), begun);
            sensitive = rows.sensitive();
            Checkpoint end = straight && stage != null
                    ? file(sql, rows, schema, start, begun != null).move()
                    : batches(batch(sql, rows, schema, straight), sql, start);
            if (tables.isLeftover()) {
                log.commit(remember.apply(List.of()), StepProgress.at(operations, end.ended()));
                tables.close();
            }
            report(end);
            return end.written();
        } catch (SQLException e) {
            throw told(sensitive, new StepFailure(plan.step().id(), "", e));
        } catch (StepFailure e) {
            throw told(sensitive, e);
        }
    }

    /** Words about rows alone can have their values. */
    private StepFailure told(SensitiveRows sensitive, StepFailure failure) {
        FailureKind kind = run.session().dialect().failures().classify(failure.cause());
        return isOfRows(kind) ? sensitive.told(failure) : failure;
    }

    /** All rows had been moved; what was needed for them may still be there. */
    private long clearedAway(SchemaState schema, Checkpoint end) throws StepFailure {
        TableName stage = StageTable.name(log.migration(), plan.step().id());
        TableName made = CustomTable.name(log.migration(), plan.step().id());
        try {
            TransformTables.make(run, schema, new DropTable(stage, true, false));
            TransformTables.make(run, schema, new DropTable(made, true, false));
        } catch (SQLException e) {
            throw new StepFailure(plan.step().id(), "", e);
        }
        report(end);
        return end.written();
    }

    private TransformBatch batch(TransformSql sql, TransformRows rows, SchemaState schema, boolean straight) {
        BatchRecord record = new BatchRecord(run, log, plan.step().id(), operations);
        return new TransformBatch(run, record, plan, sql, schema, rows, straight);
    }

    private FileRun file(TransformSql sql, TransformRows rows, SchemaState schema, Checkpoint start, boolean again) {
        return new FileRun(
                run,
                new BatchRecord(run, log, plan.step().id(), operations),
                plan,
                sql,
                rows,
                schema.table(transform.target()).orElseThrow(),
                start,
                again);
    }

    private @Nullable Table stage(SchemaState schema, boolean straight) {
        TableName name = StageTable.name(log.migration(), plan.step().id());
        Table target = schema.table(transform.target()).orElse(null);
        if (!(transform.source() instanceof TransformSource.FromFile file)) {
            return null;
        }
        return straight && target != null
                ? StraightRows.table(name, transform, target)
                : run.rendering().sources().table(name, transform, file, target);
    }

    /** The history knows the migration before rows of a file are left out: what may be said of them stands in its document. */
    private Checkpoint begin(TransformTables tables, TransformRows rows, JournalStep journal) throws SQLException {
        if (tables.isFilled()) {
            new SmallTransaction(run.session()).run(run.waiting().all());
            run.waiting().written();
        }
        return filled(tables, new StageFaults(rows, 0), journal, Checkpoint.START, tables::empty);
    }

    /**
     * From now on a batch of the run before can no longer be recorded, and so not commit. What it kept for its batches may be that of
     * another document, and is made anew.
     */
    private Checkpoint takeOver(TransformTables tables, TransformRows rows, JournalStep journal, Checkpoint begun)
            throws SQLException {
        log.commit(journal, StepProgress.at(operations, begun));
        tables.makeForBatches();
        return tables.isFilled()
                ? filled(tables, new StageFaults(rows, begun.rejected()), journal, begun, () -> {})
                : begun;
    }

    /** Puts the rows of a file where batches take them from, and records where batches begin, in one transaction. */
    private Checkpoint filled(
            TransformTables tables, StageFaults faults, JournalStep journal, Checkpoint at, WorkTransaction.Work before)
            throws SQLException {
        Checkpoint[] start = new Checkpoint[1];
        new WorkTransaction(run.session(), List.of()).run(() -> {
            before.run();
            tables.fill(plan.step().id(), faults);
            start[0] = at.behind(at.key(), faults.count(), 0, faults.count(), 0);
            log.write(journal, StepProgress.at(operations, start[0]));
        });
        log.written();
        return start[0];
    }

    private Checkpoint batches(TransformBatch batch, TransformSql sql, Checkpoint begun) throws StepFailure {
        BatchPace pace =
                new BatchPace(transform.batchSize(), run.options().batches().target());
        TransformProgress progress =
                new TransformProgress(run, log.migration(), plan.step().id());
        Checkpoint at = begun;
        BatchManners manners =
                new BatchManners(run, log.migration(), plan.step().id());
        progress.begin(batch.count(), at);
        while (true) {
            manners.beforeBatch();
            if (run.isCancelled()) {
                throw run.cancelled(log.migration(), null);
            }
            Optional<BatchBound> bound = batch.next(at, pace);
            if (bound.isEmpty()) {
                if (at.pass() == 1 && batch.looksAgain()) {
                    at = at.again();
                    continue;
                }
                return at;
            }
            long started = System.nanoTime();
            Optional<Checkpoint> done = one(batch, at, bound.get(), pace);
            if (done.isPresent()) {
                at = done.get();
                pace.took(bound.get().rows(), Duration.ofNanos(System.nanoTime() - started));
                progress.batch(at);
                if (sql.key().isEmpty()) {
                    return at;
                }
                manners.afterBatch();
            }
        }
    }

    /** Empty if the batch failed and has to be tried with fewer rows. */
    private Optional<Checkpoint> one(TransformBatch batch, Checkpoint at, BatchBound bound, BatchPace pace)
            throws StepFailure {
        Retry retry = new Retry(run, log.migration());
        while (true) {
            try {
                return Optional.of(batch.move(at, bound));
            } catch (SQLException e) {
                StepFailure failure = new StepFailure(plan.step().id(), batch.statement(), e);
                FailureKind kind = kind(batch, bound, e);
                if (isOfRows(kind) && !bound.isOne() && !bound.key().isEmpty()) {
                    pace.halve(bound.rows());
                    return Optional.empty();
                }
                if (isOfRows(kind)
                        && kind != FailureKind.STATEMENT_TIMEOUT
                        && !bound.key().isEmpty()) {
                    return Optional.of(refused(batch, at, bound, failure));
                }
                if (!retry.again(failure)) {
                    throw failure;
                }
            }
        }
    }

    /** An error that the engine has no name for may be one of the statement, which fails on any rows. */
    private FailureKind kind(TransformBatch batch, BatchBound bound, SQLException e) {
        FailureKind kind = run.session().dialect().failures().classify(e);
        if (kind == FailureKind.OTHER && ofRows == null && !bound.key().isEmpty()) {
            ofRows = !batch.failsOnNoRows(bound);
        }
        return kind == FailureKind.OTHER && Boolean.FALSE.equals(ofRows) ? FailureKind.SYNTAX : kind;
    }

    private Checkpoint refused(TransformBatch batch, Checkpoint at, BatchBound bound, StepFailure failure)
            throws StepFailure {
        if (transform.onError() == OnError.FAIL) {
            throw FailedRows.refused(TransformRows.json(bound.key()), failure);
        }
        try {
            return batch.reject(at, bound, String.valueOf(failure.cause().getMessage()));
        } catch (SQLException e) {
            throw new StepFailure(plan.step().id(), batch.statement(), e);
        }
    }

    /** What another choice of rows may not meet. */
    private static boolean isOfRows(FailureKind kind) {
        return kind == FailureKind.CONSTRAINT || kind == FailureKind.OTHER || kind == FailureKind.STATEMENT_TIMEOUT;
    }

    private void report(Checkpoint end) {
        run.moved(new MovedRows(
                log.migration(),
                plan.step().id(),
                transform.target(),
                end.read(),
                end.written(),
                end.rejected(),
                end.warned(),
                Duration.ofNanos(System.nanoTime() - beginning)));
        if (end.rejected() > 0) {
            findings.add(new Finding(
                    "rejected",
                    Severity.MEDIUM,
                    log.migration(),
                    plan.step().id(),
                    end.rejected() + " of " + end.read() + " rows were left out; godwit_rejected says which and why",
                    "correct them in the source and move them by another migration"));
        }
        if (end.warned() > 0) {
            findings.add(new Finding(
                    "warned",
                    Severity.LOW,
                    log.migration(),
                    plan.step().id(),
                    end.warned() + " of " + end.read() + " rows break a rule that only warns",
                    ""));
        }
    }
}
