package io.godwit.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Remembers why something could not be written, which a print stream keeps to itself. For one thread. */
final class RememberingOutput extends FilterOutputStream {

    private @Nullable IOException failure;

    RememberingOutput(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int one) throws IOException {
        remembered(() -> out.write(one));
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        remembered(() -> out.write(bytes, from, length));
    }

    @Override
    public void flush() throws IOException {
        remembered(out::flush);
    }

    /** Empty if all was written, or the reader has gone away: as {@code head} does, when it has seen enough. */
    String lost() {
        String message = failure == null ? "" : String.valueOf(failure.getMessage());
        return message.contains("Broken pipe") ? "" : message;
    }

    private interface Writing {
        void write() throws IOException;
    }

    private void remembered(Writing writing) throws IOException {
        try {
            writing.write();
        } catch (IOException e) {
            failure = failure == null ? e : failure;
            throw e;
        }
    }
}
