package io.godwit.changelog;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Reads files on a thread of its own, a megabyte ahead of who takes them: reading is mostly the system's work, which takes one processor,
 * and what is made of them another. The thread ends with {@link #close}. For one thread, to which the files belong again after that.
 */
final class FilesAhead implements AutoCloseable {

    private static final int CHUNK = 1 << 16;
    private static final int MOST = 1 << 20;

    private final ConfinedFiles files;
    private final List<String> names;
    private final Queue<Chunk> chunks = new ConcurrentLinkedQueue<>();
    private final Semaphore room = new Semaphore(MOST);
    private final Semaphore ready = new Semaphore(0);
    private final Semaphore ended = new Semaphore(0);
    private volatile boolean abandoned;
    private Iterator<byte[]> taken = List.<byte[]>of().iterator();
    private @Nullable Throwable failure;

    /** @param weight in bytes, as far as they are counted */
    private record Chunk(
            List<byte[]> contents, int weight, @Nullable Throwable failure) {}

    /**
     * Begins to read.
     *
     * @param files are not to be asked by anybody else until it is closed
     * @param names in the order in which they will be taken
     */
    FilesAhead(ConfinedFiles files, List<String> names) {
        this.files = files;
        this.names = names;
        Thread thread = new Thread(this::read, "godwit-files");
        thread.setDaemon(true);
        thread.start();
    }

    /** What the next file holds. */
    byte[] next() throws IOException {
        while (!taken.hasNext()) {
            check();
            ready.acquireUninterruptibly();
            Chunk chunk = chunks.remove();
            room.release(chunk.weight());
            taken = chunk.contents().iterator();
            failure = chunk.failure();
        }
        return taken.next();
    }

    private void check() throws IOException {
        if (failure instanceof IOException unreadable) {
            throw unreadable;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof RuntimeException wrong) {
            throw wrong;
        }
    }

    private void read() {
        try {
            Throwable stopped = null;
            List<byte[]> contents = new ArrayList<>();
            int weight = 0;
            for (int index = 0; index < names.size() && stopped == null && !abandoned; index++) {
                try {
                    byte[] content = files.read(files.file(names.get(index), files.root()));
                    contents.add(content);
                    weight = Math.min(MOST, weight + content.length);
                } catch (IOException | RuntimeException | Error e) {
                    stopped = e;
                }
                if (weight >= CHUNK) {
                    send(new Chunk(contents, weight, stopped));
                    contents = new ArrayList<>();
                    weight = 0;
                }
            }
            send(new Chunk(contents, weight, stopped == null ? new IOException("there is no other file") : stopped));
        } finally {
            ended.release();
        }
    }

    private void send(Chunk chunk) {
        room.acquireUninterruptibly(chunk.weight());
        chunks.add(chunk);
        ready.release();
    }

    @Override
    public void close() {
        abandoned = true;
        room.release(2 * MOST);
        ended.acquireUninterruptibly();
        chunks.clear();
    }
}
