package io.godwit.transfer;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Writes to two places at once. For one thread. */
final class TeedOutput extends FilterOutputStream {

    private final OutputStream other;

    TeedOutput(OutputStream out, OutputStream other) {
        super(out);
        this.other = other;
    }

    @Override
    public void write(int value) throws IOException {
        out.write(value);
        other.write(value);
    }

    @Override
    public void write(byte[] buffer, int offset, int length) throws IOException {
        out.write(buffer, offset, length);
        other.write(buffer, offset, length);
    }
}
