package io.godwit.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Remembers the end of what goes through it; closing it leaves what is behind it open. For one thread. */
final class TailOutput extends UnclosedOutput {

    private static final int LENGTH = 2048;

    private byte[] tail = {};

    TailOutput(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] buffer, int offset, int length) throws IOException {
        super.write(buffer, offset, length);
        int fresh = Math.min(length, LENGTH);
        int old = Math.min(tail.length, LENGTH - fresh);
        byte[] next = new byte[old + fresh];
        System.arraycopy(tail, tail.length - old, next, 0, old);
        System.arraycopy(buffer, offset + length - fresh, next, old, fresh);
        tail = next;
    }

    String text() {
        return new String(tail, StandardCharsets.UTF_8);
    }
}
