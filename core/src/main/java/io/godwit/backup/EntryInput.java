package io.godwit.backup;

import java.io.FilterInputStream;
import java.io.InputStream;

/** One entry of a file that goes on behind it: closing it closes nothing. For one thread. */
final class EntryInput extends FilterInputStream {

    EntryInput(InputStream file) {
        super(file);
    }

    @Override
    public void close() {}
}
