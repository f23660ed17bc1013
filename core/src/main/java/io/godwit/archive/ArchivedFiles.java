package io.godwit.archive;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Files of an archive that was read through before, read again: in one way through it as long as they are asked for in their order, and
 * from its beginning where they are not. For one thread.
 */
final class ArchivedFiles implements Closeable {

    private final Path archive;
    private final ArchiveAccess access;
    private final List<PackagedFile> order;
    private @Nullable ArchiveEntries entries;
    private int last = -1;

    /** @param order the files as they are listed, which is the order that most archives have */
    ArchivedFiles(Path archive, ArchiveAccess access, List<PackagedFile> order) {
        this.archive = archive;
        this.access = access;
        this.order = List.copyOf(order);
    }

    /** The bytes of one alone, for the caller to close; who reads to the end knows that they are those that are listed. */
    static InputStream open(Path archive, ArchiveAccess access, PackagedFile listed) throws IOException {
        ArchivedFiles files = new ArchivedFiles(archive, access, List.of(listed));
        try {
            return new FilterInputStream(files.open(listed)) {
                @Override
                public void close() throws IOException {
                    files.close();
                }
            };
        } catch (IOException | RuntimeException e) {
            files.close();
            throw e;
        }
    }

    /** The bytes of one, until the next is asked for; who reads to the end knows that they are those that are listed. */
    InputStream open(PackagedFile listed) throws IOException {
        int place = order.indexOf(listed);
        ArchiveEntry found = place > last ? sought(listed) : null;
        if (found == null) {
            close();
            found = sought(listed);
        }
        last = place;
        if (found == null) {
            throw new IOException(archive.getFileName() + " is not the file any more that was read");
        }
        return new FilterInputStream(new HashedEntry(found, listed)) {
            @Override
            public void close() {
                // The next file is behind it.
            }
        };
    }

    /** From where the last one was found; null if it is not there. */
    private @Nullable ArchiveEntry sought(PackagedFile listed) throws IOException {
        ArchiveEntries rest = entries;
        if (rest == null) {
            rest = ArchiveEntries.open(archive, access);
            entries = rest;
        }
        ArchiveEntry entry = rest.next();
        while (entry != null && !entry.name().equals(listed.path())) {
            entry = rest.next();
        }
        return entry;
    }

    @Override
    public void close() throws IOException {
        last = -1;
        ArchiveEntries open = entries;
        entries = null;
        if (open != null) {
            open.close();
        }
    }
}
