package io.godwit.transfer.file;

import java.io.BufferedInputStream;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The characters of a file, unpacked if it is gzipped, and the SHA-256 of its bytes. A byte order mark tells the encoding, whatever
 * was told; malformed text is an error. For one thread.
 */
final class FileText implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final DigestInputStream bytes;
    private final InputStream plain;
    private final Reader reader;

    /** @param told the encoding of a file without a mark; null for UTF-8 */
    FileText(InputStream file, @Nullable Charset told) throws IOException {
        this.bytes = new DigestInputStream(file, sha256());
        InputStream packed = new BufferedInputStream(bytes, BUFFER);
        boolean gzip = startsWith(packed, 0x1f, 0x8b);
        this.plain = gzip ? new BufferedInputStream(new GZIPInputStream(packed, BUFFER), BUFFER) : packed;
        this.reader = new InputStreamReader(
                plain,
                charset(told)
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java platform has SHA-256", absent);
        }
    }

    private Charset charset(@Nullable Charset told) throws IOException {
        if (startsWith(plain, 0xef, 0xbb, 0xbf)) {
            plain.skipNBytes(3);
            return StandardCharsets.UTF_8;
        }
        if (startsWith(plain, 0xfe, 0xff)) {
            plain.skipNBytes(2);
            return StandardCharsets.UTF_16BE;
        }
        if (startsWith(plain, 0xff, 0xfe)) {
            plain.skipNBytes(2);
            return StandardCharsets.UTF_16LE;
        }
        return told == null ? StandardCharsets.UTF_8 : told;
    }

    private static boolean startsWith(InputStream in, int... magic) throws IOException {
        in.mark(magic.length);
        byte[] start = in.readNBytes(magic.length);
        in.reset();
        boolean same = start.length == magic.length;
        for (int i = 0; same && i < magic.length; i++) {
            same = (start[i] & 0xff) == magic[i];
        }
        return same;
    }

    /** Its characters; closing it closes nothing, for parsers do so, and the bytes behind the last row are still to be read. */
    Reader reader() {
        return new FilterReader(reader) {
            @Override
            public void close() {
                // the file is closed with this
            }
        };
    }

    /** Of all bytes, also of those that nobody has read yet; in lower case. */
    String sha256OfAll() throws IOException {
        bytes.transferTo(OutputStream.nullOutputStream());
        return HexFormat.of().formatHex(bytes.getMessageDigest().digest());
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
