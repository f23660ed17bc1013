package io.godwit.archive;

import io.godwit.failure.PackageFault;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.jspecify.annotations.Nullable;

/** The entries of a compressed tar file, as they stream by. For one thread. */
final class TarGzipEntries implements ArchiveEntries {

    /** What may stand before an entry: long names and other extended headers, which are read into memory. */
    private static final long LONGEST_HEADERS = 1L << 18;

    /** Zeros behind the last entry: tar fills up its last record, which has 20 blocks unless somebody asks for more. */
    private static final long LONGEST_PADDING = 1L << 20;

    private final BufferedInputStream packed;
    private final BufferedInputStream unpacked;
    private final TarArchiveInputStream tar;
    private final Meter meter;

    private TarGzipEntries(BufferedInputStream packed, Meter meter) throws IOException {
        this.packed = packed;
        this.meter = meter;
        InputStream content = GzipCompressorInputStream.builder()
                .setInputStream(packed)
                .setDecompressConcatenated(false)
                .get();
        this.unpacked = new BufferedInputStream(new MeteredInput(content, meter::unpacked));
        // A block of one record: what fills up the last block would be passed over unseen.
        this.tar = new TarArchiveInputStream(
                unpacked, TarConstants.DEFAULT_RCDSIZE, TarConstants.DEFAULT_RCDSIZE, StandardCharsets.UTF_8.name());
    }

    /** Closing them closes the stream. */
    static TarGzipEntries open(InputStream in, Meter meter) throws IOException {
        try {
            return new TarGzipEntries(new BufferedInputStream(new MeteredInput(in, meter::packed)), meter);
        } catch (IOException | RuntimeException | Error e) {
            in.close();
            throw e;
        }
    }

    @Override
    public @Nullable ArchiveEntry next() throws IOException {
        if (tar.getCurrentEntry() != null) {
            // As part of its entry: what is passed over is no header of the next one.
            tar.transferTo(OutputStream.nullOutputStream());
        }
        meter.allow(LONGEST_HEADERS, "a header");
        TarArchiveEntry entry = tar.getNextEntry();
        if (entry == null) {
            end();
            return null;
        }
        meter.allow(entry.getSize(), "an entry");
        return new ArchiveEntry(entry.getName(), kind(entry), entry.getSize(), tar);
    }

    private static String kind(TarArchiveEntry entry) {
        if (entry.isSparse()) {
            return "a sparse file";
        }
        return switch (entry.getLinkFlag()) {
            case TarConstants.LF_NORMAL, TarConstants.LF_OLDNORM ->
                entry.getName().endsWith("/") ? "a folder" : "";
            case TarConstants.LF_SYMLINK -> "a symbolic link";
            case TarConstants.LF_LINK -> "a hard link";
            case TarConstants.LF_DIR -> "a folder";
            case TarConstants.LF_FIFO -> "a named pipe";
            case TarConstants.LF_CHR, TarConstants.LF_BLK -> "a device";
            default -> "of an unknown kind";
        };
    }

    /** Behind the end there are zeros up to the end of the tar file, and then nothing. */
    private void end() throws IOException {
        meter.allow(LONGEST_PADDING, "what fills up its end");
        byte[] rest = new byte[8192];
        for (int length = unpacked.read(rest); length >= 0; length = unpacked.read(rest)) {
            for (int at = 0; at < length; at++) {
                if (rest[at] != 0) {
                    throw trailing("it goes on behind the end of its tar file");
                }
            }
        }
        if (packed.read() >= 0) {
            throw trailing("it goes on behind the end of what is compressed");
        }
    }

    private static RefusedArchiveException trailing(String words) {
        return new RefusedArchiveException(PackageFault.TRAILING_DATA, words);
    }

    @Override
    public void close() throws IOException {
        tar.close();
        packed.close();
    }
}
