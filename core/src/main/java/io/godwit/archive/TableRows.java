package io.godwit.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Rows of tables that were read through and found to be what their manifest says. Thread-safe. */
public interface TableRows {

    /** Whose rows there are. */
    List<PackagedTable> tables();

    /**
     * The bytes of a table's file, for the caller to close; who reads to the end knows that they are those of the manifest.
     *
     * @throws IOException if it is not the file any more that was read
     */
    InputStream open(PackagedTable table) throws IOException;

    /** The same for who reads many of them: an archive is read once if they are asked for in the order of {@link #tables}. */
    default TableFiles files() {
        return this::open;
    }
}
