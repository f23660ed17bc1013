package io.godwit.transfer;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Pieces of one text that several threads make at once, and one takes in their order. A piece that is longer than its room waits for its
 * turn and goes straight through then, so that all of them together never take more than they may. Thread-safe.
 */
final class Pieces {

    private static final int CHUNK = 1 << 15;

    private final int most;
    private final int room;
    private final Deque<Piece> begun = new ArrayDeque<>();
    private boolean complete;
    private boolean stopped;
    private @Nullable Throwable failure;

    /**
     * None yet.
     *
     * @param most how many are begun and not taken at once; whoever begins another waits
     * @param bytes how many wait in all of them
     */
    Pieces(int most, int bytes) {
        this.most = most;
        this.room = bytes / most / CHUNK;
    }

    /** Told to who makes pieces once nobody takes them. */
    static final class NobodyTakesException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** Begins the next one, behind all others. */
    synchronized Piece begin() throws IOException {
        await(() -> stopped || begun.size() < most);
        requireTaken();
        Piece piece = new Piece();
        begun.add(piece);
        notifyAll();
        return piece;
    }

    /** There are no more than were begun. */
    synchronized void complete() {
        complete = true;
        notifyAll();
    }

    /** What is not taken yet never will be. */
    synchronized void fail(Throwable cause) {
        if (failure == null) {
            failure = cause;
        }
        stopped = true;
        notifyAll();
    }

    /** Nobody takes them any more. */
    synchronized void stop() {
        stopped = true;
        notifyAll();
    }

    /** What a maker failed with first; null if none did. */
    synchronized @Nullable Throwable failure() {
        return failure;
    }

    /** The bytes that come next; null behind the last, and where a maker failed. */
    synchronized byte @Nullable [] take() throws IOException {
        while (true) {
            await(() -> stopped || (begun.isEmpty() ? complete : begun.element().isReady()));
            if (stopped || begun.isEmpty()) {
                return null;
            }
            byte[] chunk = begun.element().chunks.poll();
            if (chunk == null) {
                begun.remove();
            }
            notifyAll();
            if (chunk != null) {
                return chunk;
            }
        }
    }

    private void requireTaken() throws NobodyTakesException {
        if (stopped) {
            throw new NobodyTakesException();
        }
    }

    private void await(BooleanSupplier condition) throws InterruptedIOException {
        try {
            while (!condition.getAsBoolean()) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("it was interrupted");
        }
    }

    /** One that is made. For the thread that makes it. */
    final class Piece extends OutputStream {

        private final Deque<byte[]> chunks = new ArrayDeque<>();
        private byte[] filling = new byte[CHUNK];
        private int filled;
        private long length;
        private boolean ended;

        private Piece() {}

        /** For who holds the pieces' lock. */
        private boolean isReady() {
            return ended || !chunks.isEmpty();
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int count) throws IOException {
            int done = 0;
            while (done < count) {
                int more = Math.min(count - done, CHUNK - filled);
                System.arraycopy(bytes, offset + done, filling, filled, more);
                filled += more;
                done += more;
                if (filled == CHUNK) {
                    send(filling);
                    filling = new byte[CHUNK];
                    filled = 0;
                }
            }
            length += count;
        }

        private void send(byte[] chunk) throws IOException {
            synchronized (Pieces.this) {
                await(() -> stopped || chunks.size() < room);
                requireTaken();
                chunks.add(chunk);
                Pieces.this.notifyAll();
            }
        }

        /** How many bytes it has. */
        long length() {
            return length;
        }

        /** That was all of it. */
        void end() throws IOException {
            if (filled > 0) {
                send(Arrays.copyOf(filling, filled));
            }
            synchronized (Pieces.this) {
                ended = true;
                Pieces.this.notifyAll();
            }
        }
    }
}
