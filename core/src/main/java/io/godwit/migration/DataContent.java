package io.godwit.migration;

import java.io.IOException;
import java.io.InputStream;

/** The bytes of a file of rows, which may be read more than once. */
@FunctionalInterface
public interface DataContent {

    /**
     * From the first byte, for the caller to close.
     *
     * @throws IOException if it is not there or cannot be read; the message is shown to authors
     */
    InputStream open() throws IOException;
}
