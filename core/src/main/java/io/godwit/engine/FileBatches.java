package io.godwit.engine;

import io.godwit.history.Checkpoint;
import io.godwit.transfer.Behind;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Has the batches of a file's rows written on a thread of their own, one at a time, while the next one is read and mapped. Between two
 * of them, and when it is closed, the connection is the owner's, on whose thread the host is told and asked. For one transform, on one
 * thread.
 */
final class FileBatches implements AutoCloseable {

    private final FileRowWriter writer;
    private final BatchPace pace;
    private final BatchManners manners;
    private final TransformProgress progress;
    private final Behind<List<FileRowBatch.Row>, RuntimeException> batches =
            new Behind<>("godwit-batch", 1, this::attempt);
    private final FileRowBatch waiting = new FileRowBatch();
    private Checkpoint at;
    private List<FileRowBatch.Row> sent = List.of();
    private @Nullable Attempt attempt;

    /**
     * Goes on behind a checkpoint.
     *
     * @param begun how far it is
     */
    FileBatches(
            FileRowWriter writer, BatchPace pace, BatchManners manners, TransformProgress progress, Checkpoint begun) {
        this.writer = writer;
        this.pace = pace;
        this.manners = manners;
        this.progress = progress;
        this.at = begun;
        progress.begin(0, begun);
    }

    /** What became of a batch: where it ends, or why it is not written. */
    private record Attempt(
            @Nullable Checkpoint end, @Nullable SQLException failure, Duration took) {}

    private void attempt(List<FileRowBatch.Row> rows) {
        long started = System.nanoTime();
        Checkpoint end = null;
        SQLException failure = null;
        try {
            end = writer.attempt(rows, at);
        } catch (SQLException failed) {
            failure = failed;
        }
        attempt = new Attempt(end, failure, Duration.ofNanos(System.nanoTime() - started));
    }

    void add(FileRowBatch.Row row) throws StepFailure {
        waiting.add(row);
        if (waiting.isFull(pace.rows())) {
            send();
        }
    }

    private void send() throws StepFailure {
        settle();
        manners.beforeBatch();
        sent = waiting.take();
        batches.put(sent);
    }

    /** Waits for the batch that is written; if it cannot be, what to do about it is done here. */
    private void settle() throws StepFailure {
        batches.await();
        Attempt made = attempt;
        if (made == null) {
            return;
        }
        attempt = null;
        long started = System.nanoTime();
        SQLException failure = made.failure();
        at = failure == null ? Objects.requireNonNull(made.end()) : writer.writeAfter(failure, sent, at);
        pace.took(sent.size(), made.took().plusNanos(System.nanoTime() - started));
        progress.batch(at);
        manners.afterBatch();
    }

    /** Writes what waits: where it ends. */
    Checkpoint end() throws StepFailure {
        if (!waiting.isEmpty()) {
            send();
        }
        settle();
        return at;
    }

    @Override
    public void close() {
        batches.close();
    }
}
