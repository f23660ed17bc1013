package io.godwit.transfer;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Writes on a thread of its own, so that what becomes of the bytes (hashing, packing, encrypting, the disk) takes one processor, and what
 * they are made of another. A quarter of a megabyte waits at most. Closing ends the thread and leaves the stream open; what it could not
 * write is told once, by a later call, at the latest by {@link #close}. For one thread.
 */
final class OutputBehind extends OutputStream {

    private static final int SIZE = 1 << 16;
    private static final int CHUNKS = 4;

    private final OutputStream out;
    private final Queue<Chunk> chunks = new ConcurrentLinkedQueue<>();
    private final Semaphore room = new Semaphore(CHUNKS);
    private final Semaphore ready = new Semaphore(0);
    private final Semaphore ended = new Semaphore(0);
    private volatile @Nullable Throwable failure;
    private byte[] filling = new byte[SIZE];
    private int filled;
    private boolean closed;
    private boolean told;

    private record Chunk(ByteBuffer bytes, boolean isLast) {}

    OutputBehind(OutputStream out) {
        this.out = out;
        Thread thread = new Thread(this::run, "godwit-output");
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try {
            Chunk chunk;
            do {
                ready.acquireUninterruptibly();
                chunk = chunks.remove();
                if (failure == null) {
                    write(chunk);
                }
                room.release();
            } while (!chunk.isLast());
        } finally {
            ended.release();
        }
    }

    private void write(Chunk chunk) {
        try {
            out.write(chunk.bytes().array(), 0, chunk.bytes().limit());
        } catch (IOException | RuntimeException | Error e) {
            failure = e;
        }
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        check();
        int done = 0;
        while (done < length) {
            int more = Math.min(length - done, SIZE - filled);
            System.arraycopy(bytes, offset + done, filling, filled, more);
            filled += more;
            done += more;
            if (filled == SIZE) {
                send(false);
            }
        }
    }

    private void send(boolean isLast) {
        room.acquireUninterruptibly();
        chunks.add(new Chunk(ByteBuffer.wrap(filling).limit(filled), isLast));
        ready.release();
        filling = isLast ? filling : new byte[SIZE];
        filled = 0;
    }

    private void check() throws IOException {
        Throwable known = told ? null : failure;
        told |= known != null;
        if (known instanceof IOException io) {
            throw io;
        }
        if (known instanceof Error error) {
            throw error;
        }
        if (known instanceof RuntimeException runtime) {
            throw runtime;
        }
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            send(true);
            ended.acquireUninterruptibly();
        }
        check();
    }
}
