package io.godwit.engine;

import io.godwit.failure.ValidationFailedException;
import io.godwit.history.Checkpoint;
import io.godwit.migration.OnError;
import io.godwit.migration.TransformSource;
import io.godwit.plan.StepPlan;
import io.godwit.plan.transform.TransformSql;
import io.godwit.schema.Table;
import io.godwit.transfer.file.FileRow;
import io.godwit.transfer.file.RowFaults;
import io.godwit.transfer.file.RowFile;
import io.godwit.transfer.file.RowFileException;
import io.godwit.transfer.file.RowMapping;
import io.godwit.transfer.file.RowsAhead;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Puts the rows of a file straight into their table, batch by batch, each in one transaction with the number of its last row in the
 * file. For one transform, on one thread.
 */
final class FileRun {

    private final Run run;
    private final TransformRows rows;
    private final String migration;
    private final String step;
    private final TransformSource.FromFile source;
    private final boolean skips;
    private final RowMapping mapping;
    private final FileBatches batches;
    private final RowFaults faults;
    private final long done;
    private boolean fails;

    /**
     * Goes on behind a checkpoint.
     *
     * @param begun how far it is
     * @param again whether a run before this one got so far
     */
    FileRun(
            Run run,
            BatchRecord record,
            StepPlan plan,
            TransformSql sql,
            TransformRows rows,
            Table target,
            Checkpoint begun,
            boolean again) {
        this.run = run;
        this.rows = rows;
        this.migration = record.migration();
        this.step = record.step();
        this.source = (TransformSource.FromFile) sql.transform().source();
        this.skips = sql.transform().onError() == OnError.SKIP;
        this.mapping = new RowMapping(sql.transform(), target, run.rendering().customs());
        this.batches = new FileBatches(
                new FileRowWriter(run, record, plan, sql, rows, mapping.columns(), again),
                new BatchPace(
                        sql.transform().batchSize(), run.options().batches().target()),
                new BatchManners(run, migration, step),
                new TransformProgress(run, migration, step),
                begun);
        this.faults = new RowFaults(source.path());
        this.done =
                begun.key().isEmpty() ? 0 : Long.parseLong(begun.key().get(0).text());
    }

    /** Carries a failure through the reader of the file. */
    private static final class Stopped extends SQLException {
        private static final long serialVersionUID = 1L;
        private final StepFailure failure;

        Stopped(StepFailure failure) {
            super(failure);
            this.failure = failure;
        }
    }

    /** Moves what is not moved yet. */
    Checkpoint move() throws StepFailure {
        SensitiveRows sensitive = SensitiveRows.NONE;
        try (batches) {
            sensitive = rows.sensitive();
            read(row -> row.number() > done);
            return batches.end();
        } catch (Stopped stopped) {
            throw stopped.failure;
        } catch (IOException e) {
            throw new ValidationFailedException("Migration " + migration + ", step " + step + ": the rows of "
                    + source.path() + " cannot be taken: " + sensitive.words(String.valueOf(e.getMessage())));
        } catch (SQLException e) {
            throw new StepFailure(step, "", e);
        }
    }

    /** On two threads wherever the host's own code is not called on another one than the run's. */
    private void read(Predicate<FileRow> isNew) throws IOException, SQLException {
        RowFile file = new RowFile(source);
        if (!mapping.asksHost()) {
            new RowsAhead<>(file, faults, row -> isNew.test(row) ? made(row) : null).give(this::take);
        } else if (file.keepsRows()) {
            new RowsAhead<>(file, faults, row -> isNew.test(row) ? row : null).give(row -> takeMade(made(row)));
        } else {
            file.readOnce(row -> takeMade(isNew.test(row) ? made(row) : null), faults);
        }
    }

    /** Null for a row with a fault, and for all behind it. */
    private FileRowBatch.@Nullable Row made(FileRow row) throws RowFileException {
        @Nullable Object[] values = new Object[mapping.columns().size()];
        List<RowMapping.Fault> wrong = mapping.values(row::value, values);
        if (!wrong.isEmpty() && !skips) {
            fails = true;
            for (RowMapping.Fault fault : wrong) {
                faults.add(row.number(), row.line(), fault.field(), fault.message());
            }
        }
        if (fails) {
            return null;
        }
        String reason =
                String.join("; ", wrong.stream().map(RowMapping.Fault::toString).toList());
        return new FileRowBatch.Row(row.number(), values, reason, skips ? mapping.json(row) : "");
    }

    private void takeMade(FileRowBatch.@Nullable Row row) throws SQLException {
        if (row != null) {
            take(row);
        }
    }

    private void take(FileRowBatch.Row row) throws SQLException {
        if (run.isCancelled()) {
            throw run.cancelled(migration, null);
        }
        try {
            batches.add(row);
        } catch (StepFailure failure) {
            throw new Stopped(failure);
        }
    }
}
