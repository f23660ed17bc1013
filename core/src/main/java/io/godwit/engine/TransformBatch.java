package io.godwit.engine;

import io.godwit.dialect.SchemaState;
import io.godwit.failure.ValidationFailedException;
import io.godwit.history.Checkpoint;
import io.godwit.history.RejectedTable.Rejected;
import io.godwit.migration.OnError;
import io.godwit.plan.StepPlan;
import io.godwit.plan.transform.CustomTable;
import io.godwit.plan.transform.KeyRange;
import io.godwit.plan.transform.RecordedKeys;
import io.godwit.plan.transform.TransformSql;
import io.godwit.schema.Literal;
import io.godwit.schema.Position;
import io.godwit.schema.Table;
import io.godwit.transfer.file.RowMapping;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Moves one batch after the other of a transform's rows. For one transform, on one thread. */
final class TransformBatch {

    private static final long MOST_AT_ONCE = 1_000_000;

    private final Run run;
    private final BatchRecord record;
    private final StepPlan plan;
    private final TransformSql sql;
    private final SchemaState schema;
    private final TransformRows rows;
    private final NumberedKeys numbers = new NumberedKeys();
    private final @Nullable StraightBatch straight;
    private final @Nullable CustomRows customs;
    private String statement = "";

    /** @param straight whether the rows go straight into their table */
    TransformBatch(
            Run run,
            BatchRecord record,
            StepPlan plan,
            TransformSql sql,
            SchemaState schema,
            TransformRows rows,
            boolean straight) {
        this.run = run;
        this.record = record;
        this.plan = plan;
        this.sql = sql;
        this.schema = schema;
        this.rows = rows;
        this.straight = straight ? straight() : null;
        this.customs =
                straight || sql.made() == null ? null : new CustomRows(run, schema, sql.made(), source(sql.made()));
    }

    private SourceRows source(@Nullable CustomTable beside) {
        return new SourceRows(run, record.migration(), record.step(), sql, rows, beside);
    }

    private StraightBatch straight() {
        Table target = schema.table(sql.transform().target()).orElseThrow();
        RowMapping mapping =
                new RowMapping(sql.transform(), target, run.rendering().customs());
        return new StraightBatch(new StraightTarget(run, plan, sql, mapping.columns()), mapping, source(null));
    }

    /** Other rows than were counted. */
    private static final class RowsChanged extends SQLException {
        private static final long serialVersionUID = 1L;
    }

    /** The statement that ran last. */
    String statement() {
        return statement;
    }

    /** Whether rows may have come behind the last key that was read, and can be told from those that were moved. */
    boolean looksAgain() {
        return !sql.key().isEmpty() && !sql.key().grows() && sql.findsMissing();
    }

    /** How many rows the source has, or about how many. */
    long count() throws StepFailure {
        if (!sql.key().grows()) {
            return asked(() -> rows.number(sql.count()));
        }
        KeyExtent extent = asked(rows::extent);
        numbers.seen(extent.last());
        return extent.size();
    }

    /** The next batch; empty if there is none. */
    Optional<BatchBound> next(Checkpoint at, BatchPace pace) throws StepFailure {
        if (!sql.key().isEmpty()) {
            Optional<BatchBound> guess =
                    countsAllOfARange() && !pace.isNarrowed() ? numbers.next(at, pace.rows()) : Optional.empty();
            return guess.isPresent() ? guess : asked(() -> rows.bound(range(at), pace.rows()));
        }
        if (at.read() > 0) {
            return Optional.empty();
        }
        long count = count();
        if (count > MOST_AT_ONCE) {
            throw new ValidationFailedException("Migration " + record.migration() + ", step "
                    + record.step() + ": the source has " + count
                    + " rows and no key by which they could be moved in batches; more than "
                    + MOST_AT_ONCE + " are not moved in one statement. Name columns that order them by \"key\".");
        }
        return count == 0 ? Optional.empty() : Optional.of(BatchBound.ofAll(count));
    }

    /** Whether a batch tells how many rows its range has. */
    private boolean countsAllOfARange() {
        return straight != null ? sql.key().grows() : sql.movesAllOfARange();
    }

    private KeyRange range(Checkpoint at) {
        KeyRange range = KeyRange.after(at.key());
        return at.pass() > 1 ? range.whereMissing() : range;
    }

    private interface Question<T> {
        T ask() throws SQLException;
    }

    private <T> T asked(Question<T> question) throws StepFailure {
        try {
            return question.ask();
        } catch (SQLException e) {
            throw new StepFailure(record.step(), rows.statement(), e);
        }
    }

    /** Moves the rows up to a bound and records it, in one transaction. */
    Checkpoint move(Checkpoint at, BatchBound bound) throws SQLException {
        Checkpoint end;
        try {
            end = move(at, bound, bound.isRunOf(bound.rows()) && at.pass() == 1);
        } catch (RowsChanged changed) {
            end = move(at, bound, false);
        }
        numbers.moved(bound, end.read() - at.read());
        return end;
    }

    /** @param run whether the keys are taken for all whole numbers up to the bound, which the number of rows then has to prove */
    private Checkpoint move(Checkpoint at, BatchBound bound, boolean run) throws SQLException {
        KeyRange range = range(at).upTo(bound.key());
        Optional<RecordedKeys> keys = sql.recordedKeys();
        Optional<String> numbered = run ? recordedRun(bound) : Optional.empty();
        Checkpoint[] end = new Checkpoint[1];
        WorkTransaction.Work work = () -> {
            if (straight != null) {
                end[0] = straight.move(range, at, bound.key());
                record.write(end[0]);
                return;
            }
            long unmade = customs == null ? 0 : customs.make(range, at);
            if (keys.isPresent() && numbered.isEmpty()) {
                execute(sql.record(keys.get(), range));
            }
            long written = execute(sql.move(range));
            if (numbered.isPresent()) {
                execute(written == bound.rows() ? numbered.get() : recordedGaps(bound, range));
            }
            long read = bound.counted() ? bound.rows() : written;
            long rejected = unmade + refused(at, range, unmade, read - written - unmade);
            end[0] = at.behind(bound.key(), read, written, rejected, rows.warnings(range));
            record.write(end[0]);
        };
        WorkTransaction transaction = new WorkTransaction(this.run.session(), plan.statements());
        if (keys.isPresent()) {
            transaction.runInSnapshot(work);
        } else {
            transaction.run(work);
        }
        return end[0];
    }

    private Optional<String> recordedRun(BatchBound bound) {
        Literal first = bound.first();
        return first == null
                ? Optional.empty()
                : sql.recordRun(first, bound.key().get(0));
    }

    /** The rows of a transform whose keys are those of its source, which is another table, can be recorded also when they are moved. */
    private String recordedGaps(BatchBound bound, KeyRange range) throws RowsChanged {
        if (bound.counted()) {
            throw new RowsChanged();
        }
        return sql.record(sql.recordedKeys().orElseThrow(), range);
    }

    private long execute(String universal) throws SQLException {
        long changed = 0;
        for (String text : run.rendering().translator().statements(universal, Position.NONE, schema)) {
            statement = text;
            changed += run.session().execute(text);
            run.session().reached("after rows were moved");
        }
        return changed;
    }

    /** How many rows the mapping or its rules leave out. */
    private long refused(Checkpoint at, KeyRange range, long before, long notWritten) throws SQLException {
        if (!sql.refuses() || notWritten == 0) {
            return 0;
        }
        List<Rejected> refused = rows.refusals(range, at.rejected() + before);
        if (!refused.isEmpty() && sql.transform().onError() == OnError.FAIL) {
            throw new FailedRows(record.migration(), record.step())
                    .failure(rows.sensitive().masked(refused), null);
        }
        return rows.reject(refused, at.pass() > 1);
    }

    /** Whether the statements fail on no rows too, so that no row is to blame. */
    boolean failsOnNoRows(BatchBound bound) {
        if (straight != null) {
            return straight.failsOnNoRows();
        }
        KeyRange none = KeyRange.after(bound.key()).upTo(bound.key());
        WorkTransaction transaction = new WorkTransaction(run.session(), plan.statements());
        String failed = statement;
        try {
            transaction.begin();
            execute(sql.move(none));
            return false;
        } catch (SQLException e) {
            return true;
        } finally {
            transaction.rollback();
            statement = failed;
        }
    }

    /** Leaves out the one row up to a bound. */
    Checkpoint reject(Checkpoint at, BatchBound bound, String reason) throws SQLException {
        Checkpoint[] end = new Checkpoint[1];
        new WorkTransaction(run.session(), List.of()).run(() -> {
            Rejected row = rows.shown(range(at).upTo(bound.key()), bound, reason, at.rejected() + 1);
            long rejected = rows.reject(List.of(row), at.pass() > 1);
            end[0] = at.behind(bound.key(), 1, 0, rejected, 0);
            record.write(end[0]);
        });
        return end[0];
    }
}
