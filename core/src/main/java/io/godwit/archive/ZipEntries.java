package io.godwit.archive;

import io.godwit.failure.PackageFault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a ZIP file by its directory, in the order in which they lie. Local headers alone would not do: they do not say that an
 * entry is a link. For one thread.
 */
final class ZipEntries implements ArchiveEntries {

    private static final int KIND = 0170000;
    private static final int REGULAR = 0100000;
    private static final int LINK = 0120000;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    private static final int LOCAL_HEADER = 30;

    /** A local header with its name and extra fields, and what may stand behind the content before it. */
    private static final long LONGEST_HEADER = 4096;

    private final ZipFile zip;
    private final Meter meter;
    private final Iterator<ZipArchiveEntry> entries;

    private ZipEntries(SeekableByteChannel file, Meter meter) throws IOException {
        ZipEnd end = ZipEnd.read(file, meter.limits());
        this.meter = meter;
        this.zip = ZipFile.builder()
                .setSeekableByteChannel(file)
                .setUseUnicodeExtraFields(false)
                .setMaxNumberOfDisks(1)
                .get();
        List<ZipArchiveEntry> all = Collections.list(zip.getEntries());
        all.sort(Comparator.comparingLong(ZipArchiveEntry::getDataOffset));
        adjoin(all, end);
        this.entries = all.iterator();
    }

    static ZipEntries open(Path path, Meter meter) throws IOException {
        SeekableByteChannel file = Files.newByteChannel(path);
        try {
            return new ZipEntries(file, meter);
        } catch (IOException | RuntimeException | Error e) {
            file.close();
            throw e;
        }
    }

    /** Entries that share bytes are how a small file unpacks to a large one; what lies between them nobody checks. */
    private static void adjoin(List<ZipArchiveEntry> entries, ZipEnd end) throws RefusedArchiveException {
        long at = 0;
        for (ZipArchiveEntry entry : entries) {
            long start = entry.getDataOffset();
            if (start < at + LOCAL_HEADER || entry.getCompressedSize() < 0) {
                throw new RefusedArchiveException(PackageFault.DAMAGED, "its entries overlap");
            }
            if (start - at > LONGEST_HEADER) {
                throw between();
            }
            at = start + entry.getCompressedSize();
        }
        if (at > end.directory()) {
            throw new RefusedArchiveException(PackageFault.DAMAGED, "its entries overlap");
        }
        if (end.directory() - at > LONGEST_HEADER) {
            throw between();
        }
    }

    private static RefusedArchiveException between() {
        return new RefusedArchiveException(PackageFault.TRAILING_DATA, "something lies between its entries");
    }

    @Override
    public @Nullable ArchiveEntry next() throws IOException {
        if (!entries.hasNext()) {
            return null;
        }
        ZipArchiveEntry entry = entries.next();
        String name = name(entry);
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw new RefusedArchiveException(
                    PackageFault.SPECIAL_ENTRY, "its entry '" + EntryName.shown(name) + "' is encrypted");
        }
        if (entry.getMethod() != STORED && entry.getMethod() != DEFLATED) {
            throw new RefusedArchiveException(
                    PackageFault.SPECIAL_ENTRY,
                    "its entry '" + EntryName.shown(name) + "' is compressed by a method that is not read");
        }
        meter.packed(entry.getCompressedSize());
        meter.allow(entry.getSize(), "an entry");
        InputStream content = new MeteredInput(zip.getInputStream(entry), meter::unpacked);
        return new ArchiveEntry(name, kind(entry), entry.getSize(), content);
    }

    /** Not as the library gives it, which turns a backslash into a slash. */
    private static String name(ZipArchiveEntry entry) throws RefusedArchiveException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(entry.getRawName()))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw new RefusedArchiveException(PackageFault.PATH, "an entry's name is not UTF-8");
        }
    }

    private static String kind(ZipArchiveEntry entry) {
        int kind = (int) (entry.getExternalAttributes() >> 16) & KIND;
        if (kind == LINK) {
            return "a symbolic link";
        }
        if (entry.getName().endsWith("/")) {
            return "a folder";
        }
        return kind == 0 || kind == REGULAR ? "" : "a special file";
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
