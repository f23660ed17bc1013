package io.godwit.archive;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** An encrypting stream, and the file behind it, which is closed once the end is written. For one thread. */
final class SealedOutput extends FilterOutputStream {

    private final OutputStream file;

    SealedOutput(OutputStream encrypting, OutputStream file) {
        super(encrypting);
        this.file = file;
    }

    @Override
    public void write(byte[] buffer, int offset, int length) throws IOException {
        out.write(buffer, offset, length);
    }

    @Override
    public void close() throws IOException {
        super.close();
        file.close();
    }
}
