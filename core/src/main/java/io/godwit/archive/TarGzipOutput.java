package io.godwit.archive;

import io.godwit.migration.DataContent;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Writes a compressed tar file; gzip's header has no time, for Java writes none. For one thread. */
final class TarGzipOutput implements ArchiveOutput {

    private static final int MODE = 0100644;

    private final GZIPOutputStream packed;
    private final TarArchiveOutputStream tar;
    private final long time;

    TarGzipOutput(OutputStream out, Instant time) throws IOException {
        this.packed = new GZIPOutputStream(out, 1 << 16);
        this.tar = new TarArchiveOutputStream(packed, StandardCharsets.UTF_8.name());
        this.time = time.getEpochSecond();
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
        tar.setAddPaxHeadersForNonAsciiNames(true);
    }

    @Override
    public void add(String name, long size, DataContent content) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(size);
        entry.setModTime(time * 1000);
        entry.setMode(MODE);
        entry.setIds(0, 0);
        entry.setNames("", "");
        tar.putArchiveEntry(entry);
        try (InputStream in = content.open()) {
            in.transferTo(tar);
        }
        tar.closeArchiveEntry();
    }

    @Override
    public void finish() throws IOException {
        tar.finish();
        packed.finish();
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }
}
