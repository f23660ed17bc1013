package io.godwit.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** One file of an archive that was read through before, read again. Stateless. */
final class ArchivedFile {

    private ArchivedFile() {}

    /** Its bytes, for the caller to close; who reads to the end knows that they are those that are listed. */
    static InputStream open(Path archive, ArchiveAccess access, PackagedFile listed) throws IOException {
        ArchiveEntries entries = ArchiveEntries.open(archive, access);
        try {
            return new FilterInputStream(new HashedEntry(sought(archive, entries, listed.path()), listed)) {
                @Override
                public void close() throws IOException {
                    entries.close();
                }
            };
        } catch (IOException | RuntimeException e) {
            entries.close();
            throw e;
        }
    }

    private static ArchiveEntry sought(Path archive, ArchiveEntries entries, String path) throws IOException {
        for (ArchiveEntry entry = entries.next(); entry != null; entry = entries.next()) {
            if (entry.name().equals(path)) {
                return entry;
            }
        }
        throw new IOException(archive.getFileName() + " is not the file any more that was read");
    }
}
