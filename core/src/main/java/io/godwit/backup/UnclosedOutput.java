package io.godwit.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** What goes on behind whoever closes it. For one thread. */
class UnclosedOutput extends FilterOutputStream {

    UnclosedOutput(OutputStream out) {
        super(out);
    }

    @Override
    public void write(byte[] buffer, int offset, int length) throws IOException {
        out.write(buffer, offset, length);
    }

    @Override
    public void close() throws IOException {
        flush();
    }
}
