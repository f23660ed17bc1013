package io.godwit.transfer;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/**
 * Writes on a thread of its own what is made on the caller's: hashing, packing, encrypting and the disk take one processor, and making
 * the bytes another. A quarter of a megabyte waits at most. Closing ends the thread and leaves the stream open; what it could not
 * write is told once, by a later call, at the latest by {@link #close}. For one thread.
 */
final class OutputBehind extends OutputStream {

    private static final int SIZE = 1 << 16;
    private static final int CHUNKS = 4;

    private final Behind<ByteBuffer, IOException> chunks;
    private byte[] filling = new byte[SIZE];
    private int filled;
    private boolean closed;

    OutputBehind(OutputStream out) {
        this.chunks = new Behind<>(
                "godwit-output", CHUNKS, chunk -> out.write(chunk.array(), chunk.arrayOffset(), chunk.limit()));
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        chunks.check();
        int done = 0;
        while (done < length) {
            int more = Math.min(length - done, SIZE - filled);
            System.arraycopy(bytes, offset + done, filling, filled, more);
            filled += more;
            done += more;
            if (filled == SIZE) {
                send();
            }
        }
    }

    private void send() throws IOException {
        chunks.put(ByteBuffer.wrap(filling).limit(filled));
        filling = new byte[SIZE];
        filled = 0;
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (chunks) {
            send();
            chunks.await();
        }
    }
}
