package io.godwit.archive;

import io.godwit.migration.DataContent;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a ZIP file. For one thread. */
final class ZipOutput implements ArchiveOutput {

    /** What a ZIP file can say; beyond it Java adds a field that depends on the time zone. */
    private static final LocalDateTime FIRST = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final LocalDateTime LAST = LocalDateTime.of(2099, 12, 31, 0, 0);

    private final ZipOutputStream zip;
    private final LocalDateTime time;

    ZipOutput(OutputStream out, Instant time) {
        this.zip = new ZipOutputStream(out);
        LocalDateTime said = LocalDateTime.ofInstant(time, ZoneOffset.UTC);
        LocalDateTime late = said.isBefore(FIRST) ? FIRST : said;
        this.time = late.isAfter(LAST) ? LAST : late;
    }

    @Override
    public void add(String name, long size, DataContent content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(time);
        zip.putNextEntry(entry);
        try (InputStream in = content.open()) {
            in.transferTo(zip);
        }
        zip.closeEntry();
    }

    @Override
    public void finish() throws IOException {
        zip.finish();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
