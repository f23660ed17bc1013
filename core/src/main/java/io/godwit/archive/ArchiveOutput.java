package io.godwit.archive;

import io.godwit.migration.DataContent;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;

/** An archive that is being written: the same entries give the same bytes. For one thread. */
interface ArchiveOutput extends Closeable {

    void add(String name, long size, DataContent content) throws IOException;

    /** Writes the end, and leaves the stream open. */
    void finish() throws IOException;

    static ArchiveOutput of(ArchiveFormat format, OutputStream out, Instant time) throws IOException {
        return format == ArchiveFormat.ZIP ? new ZipOutput(out, time) : new TarGzipOutput(out, time);
    }
}
