package io.godwit.transfer.file;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file on a thread of its own, a megabyte ahead of who writes its rows: reading takes one processor, and what the database
 * does with the rows another. The thread ends with the call, and no row is taken on it. For one use, by one thread.
 *
 * @param <T> what is made of a row while reading
 */
public final class RowsAhead<T> {

    private static final int MOST_ROWS = 500;
    private static final int MOST_WEIGHT = 250_000;
    private static final int CHUNKS = 4;

    private final RowFile file;
    private final RowFaults faults;
    private final Maker<T> maker;
    private final Queue<Chunk<T>> chunks = new ConcurrentLinkedQueue<>();
    private final Semaphore room = new Semaphore(CHUNKS);
    private final Semaphore ready = new Semaphore(0);
    private final Semaphore ended = new Semaphore(0);
    private volatile boolean abandoned;
    private List<T> made = new ArrayList<>();
    private long weight;

    /**
     * A file's rows.
     *
     * @param faults of which each thread tells its own; they are checked at the end
     * @param maker is called on the reading thread
     */
    public RowsAhead(RowFile file, RowFaults faults, Maker<T> maker) {
        this.file = file;
        this.faults = faults;
        this.maker = maker;
    }

    /**
     * Makes something of a row, on the reading thread.
     *
     * @param <T> what is made
     */
    public interface Maker<T> {
        /** Null if nothing is to be taken. */
        @Nullable
        T of(FileRow row) throws IOException;
    }

    /**
     * Takes what was made, on the caller's thread.
     *
     * @param <T> what was made
     */
    public interface Taker<T> {
        void take(T made) throws IOException, SQLException;
    }

    private record Chunk<T>(
            List<T> made, boolean isLast, @Nullable Throwable failure) {}

    /** Ends the reading thread. */
    private static final class Abandoned extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Gives all rows to the taker, in the order of the file.
     *
     * @throws RowFileException with all faults, whoever found them
     */
    public void give(Taker<T> taker) throws IOException, SQLException {
        Thread thread = new Thread(this::read, "godwit-rows");
        thread.setDaemon(true);
        thread.start();
        try {
            Chunk<T> chunk;
            do {
                ready.acquireUninterruptibly();
                chunk = chunks.remove();
                room.release();
                for (T one : chunk.made()) {
                    taker.take(one);
                }
            } while (!chunk.isLast());
            faults.check();
            if (chunk.failure() != null) {
                rethrow(chunk.failure());
            }
        } finally {
            abandoned = true;
            room.release();
            ended.acquireUninterruptibly();
        }
    }

    private void read() {
        try {
            Throwable failure = null;
            try {
                file.readOnce(this::add, faults);
            } catch (Throwable e) {
                failure = e;
            }
            send(true, failure);
        } catch (Abandoned nobodyTakesIt) {
            made.clear();
        } finally {
            ended.release();
        }
    }

    private void add(FileRow row) throws IOException {
        T one = maker.of(row);
        if (one == null) {
            return;
        }
        made.add(one);
        weight += row.weight();
        if (made.size() >= MOST_ROWS || weight >= MOST_WEIGHT) {
            send(false, null);
        }
    }

    private void send(boolean isLast, @Nullable Throwable failure) throws Abandoned {
        room.acquireUninterruptibly();
        if (abandoned) {
            throw new Abandoned();
        }
        chunks.add(new Chunk<>(made, isLast, failure));
        made = new ArrayList<>();
        weight = 0;
        ready.release();
    }

    private static void rethrow(Throwable failure) throws IOException, SQLException {
        if (failure instanceof IOException io) {
            throw io;
        }
        if (failure instanceof SQLException sql) {
            throw sql;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) failure;
    }
}
