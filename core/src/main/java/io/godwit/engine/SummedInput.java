package io.godwit.engine;

import io.godwit.transfer.RowSum;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Sums up the rows that are read through it. For one thread. */
final class SummedInput extends FilterInputStream {

    private final RowSum sum;

    SummedInput(InputStream in, RowSum sum) {
        super(in);
        this.sum = sum;
    }

    @Override
    public int read() throws IOException {
        int value = in.read();
        if (value >= 0) {
            sum.write(value);
        }
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = in.read(buffer, offset, length);
        if (count > 0) {
            sum.write(buffer, offset, count);
        }
        return count;
    }
}
