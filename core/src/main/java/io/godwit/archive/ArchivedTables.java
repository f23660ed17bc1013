package io.godwit.archive;

import java.io.IOException;
import java.io.InputStream;

/** The files of rows in an archive, as they are listed there. For one thread. */
record ArchivedTables(ArchivedFiles archived, Listing listing) implements TableFiles {

    /** Where a table's file is listed. */
    interface Listing {
        PackagedFile of(PackagedTable table) throws IOException;
    }

    @Override
    public InputStream open(PackagedTable table) throws IOException {
        return archived.open(listing.of(table));
    }

    @Override
    public void close() throws IOException {
        archived.close();
    }
}
