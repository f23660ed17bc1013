package io.godwit.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.LongConsumer;

/** Counts the rows of JSON Lines that go through it, and tells now and then. For one thread. */
final class RowCount extends FilterOutputStream {

    private static final int BETWEEN = 10_000;

    private final LongConsumer listener;
    private long rows;

    RowCount(OutputStream out, LongConsumer listener) {
        super(out);
        this.listener = listener;
    }

    @Override
    public void write(int value) throws IOException {
        out.write(value);
        count((byte) value);
    }

    @Override
    public void write(byte[] buffer, int offset, int length) throws IOException {
        out.write(buffer, offset, length);
        for (int i = offset; i < offset + length; i++) {
            count(buffer[i]);
        }
    }

    private void count(byte value) {
        if (value == '\n' && ++rows % BETWEEN == 0) {
            listener.accept(rows);
        }
    }
}
