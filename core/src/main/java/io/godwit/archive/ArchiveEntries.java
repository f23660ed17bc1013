package io.godwit.archive;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The entries of an archive, one after the other. Whatever is wrong with it is an IOException. For one thread. */
interface ArchiveEntries extends Closeable {

    /** The next entry; null at the end, when nothing is behind it. */
    @Nullable
    ArchiveEntry next() throws IOException;

    static ArchiveEntries open(Path file, ArchiveAccess access) throws IOException {
        Meter meter = new Meter(access.limits());
        boolean zip = !ArchiveAccess.isEncrypted(file) && ArchiveFormat.of(file) == ArchiveFormat.ZIP;
        ArchiveEntries entries = zip ? ZipEntries.open(file, meter) : TarGzipEntries.open(access.open(file), meter);
        return new CheckedEntries(entries, access.limits());
    }
}
