package io.godwit.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/** The files of rows of several tables, one after the other. For one thread. */
public interface TableFiles extends Closeable {

    /**
     * The bytes of a table's file, for the caller to close before the next is asked for; who reads to the end knows that they are those of
     * the manifest.
     *
     * @throws IOException if it is not the file any more that was read
     */
    InputStream open(PackagedTable table) throws IOException;

    @Override
    default void close() throws IOException {}
}
