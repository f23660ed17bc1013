package io.godwit.engine;

import io.godwit.dialect.FailureKind;
import io.godwit.dialect.RowWriter;
import io.godwit.history.Checkpoint;
import io.godwit.history.RejectedTable.Rejected;
import io.godwit.migration.OnError;
import io.godwit.plan.StepPlan;
import io.godwit.plan.transform.TransformSql;
import io.godwit.schema.Column;
import io.godwit.schema.Literal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Writes batches of a file's rows; one that the engine refuses is halved until the row is found. For one transform, on one thread. */
final class FileRowWriter {

    private final Run run;
    private final BatchRecord record;
    private final StepPlan plan;
    private final TransformSql sql;
    private final TransformRows rows;
    private final StraightTarget target;
    private final boolean again;

    /** @param again whether rows may be left out already, by a run before */
    FileRowWriter(
            Run run,
            BatchRecord record,
            StepPlan plan,
            TransformSql sql,
            TransformRows rows,
            List<Column> columns,
            boolean again) {
        this.again = again;
        this.run = run;
        this.record = record;
        this.plan = plan;
        this.sql = sql;
        this.rows = rows;
        this.target = new StraightTarget(run, plan, sql, columns);
    }

    private Checkpoint write(List<FileRowBatch.Row> batch, Checkpoint at) throws StepFailure {
        try {
            return attempt(batch, at);
        } catch (SQLException failed) {
            return writeAfter(failed, batch, at);
        }
    }

    /**
     * Writes a batch of which an attempt failed.
     *
     * @return where it ends
     */
    Checkpoint writeAfter(SQLException failed, List<FileRowBatch.Row> batch, Checkpoint at) throws StepFailure {
        Retry retry = new Retry(run, record.migration());
        SQLException last = failed;
        while (true) {
            StepFailure failure = new StepFailure(record.step(), "", last);
            FailureKind kind = run.session().dialect().failures().classify(last);
            boolean ofRows = kind == FailureKind.CONSTRAINT || (kind == FailureKind.OTHER && target.takesNoRows());
            if ((ofRows || kind == FailureKind.STATEMENT_TIMEOUT) && batch.size() > 1) {
                int half = batch.size() / 2;
                return write(batch.subList(half, batch.size()), write(batch.subList(0, half), at));
            }
            if (ofRows) {
                return refused(batch.get(0), at, failure);
            }
            if (!retry.again(failure)) {
                throw failure;
            }
            try {
                return attempt(batch, at);
            } catch (SQLException again) {
                last = again;
            }
        }
    }

    /**
     * Writes a batch in one transaction, and tells nobody.
     *
     * @return where it ends
     */
    Checkpoint attempt(List<FileRowBatch.Row> batch, Checkpoint at) throws SQLException {
        Checkpoint[] end = new Checkpoint[1];
        new WorkTransaction(run.session(), plan.statements()).run(() -> {
            long count = 0;
            List<Rejected> left = new ArrayList<>();
            try (RowWriter writer = target.writer();
                    KeyRecord keys = Objects.requireNonNull(target.keys(writer))) {
                writer.occupy();
                for (FileRowBatch.Row row : batch) {
                    if (row.isLeftOut()) {
                        writer.pause();
                        leave(row, row.reason(), at, left);
                    } else {
                        writer.add(row.values());
                        keys.add(row.values());
                        count++;
                    }
                }
                writer.flush();
                run.session().reached("after rows were moved");
                keys.flush();
            }
            end[0] = record(batch, at, count, left);
        });
        return end[0];
    }

    private Checkpoint record(List<FileRowBatch.Row> batch, Checkpoint at, long written, List<Rejected> left)
            throws SQLException {
        long rejected = rows.reject(left, false);
        FileRowBatch.Row last = batch.get(batch.size() - 1);
        Checkpoint end = at.behind(List.of(Literal.of(last.number())), batch.size(), written, rejected, 0);
        record.write(end);
        return end;
    }

    private Checkpoint refused(FileRowBatch.Row row, Checkpoint at, StepFailure failure) throws StepFailure {
        if (sql.transform().onError() == OnError.FAIL) {
            throw FailedRows.refused(row.key(), failure);
        }
        Checkpoint[] end = new Checkpoint[1];
        try {
            new WorkTransaction(run.session(), List.of()).run(() -> {
                List<Rejected> left = new ArrayList<>();
                leave(row, String.valueOf(failure.cause().getMessage()), at, left);
                end[0] = record(List.of(row), at, 0, left);
            });
        } catch (SQLException e) {
            throw new StepFailure(record.step(), "", e);
        }
        return end[0];
    }

    private void leave(FileRowBatch.Row row, String reason, Checkpoint at, List<Rejected> left) throws SQLException {
        if (!again || !rows.isRejected(row.key())) {
            left.add(new Rejected(at.rejected() + left.size() + 1, row.key(), reason, row.json()));
        }
    }
}
