package io.godwit.transfer;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Bytes on their way to a stream, some kilobytes at once. For one thread. */
final class LineBuffer {

    private static final int SIZE = 1 << 15;

    private final OutputStream out;
    private final byte[] bytes = new byte[SIZE];
    private int length;

    LineBuffer(OutputStream out) {
        this.out = out;
    }

    void add(int value) throws IOException {
        if (length == SIZE) {
            flush();
        }
        bytes[length++] = (byte) value;
    }

    void add(byte[] from, int start, int end) throws IOException {
        int size = end - start;
        if (size > SIZE - length) {
            flush();
            if (size > SIZE) {
                out.write(from, start, size);
                return;
            }
        }
        if (size < 16) {
            for (int at = start; at < end; at++) {
                bytes[length++] = from[at];
            }
        } else {
            System.arraycopy(from, start, bytes, length, size);
            length += size;
        }
    }

    void add(byte[] all) throws IOException {
        add(all, 0, all.length);
    }

    /** A text that has nothing but ASCII. */
    void add(String ascii) throws IOException {
        add(ascii.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Gives what waits to the stream, and leaves it open. */
    void flush() throws IOException {
        out.write(bytes, 0, length);
        length = 0;
    }
}
