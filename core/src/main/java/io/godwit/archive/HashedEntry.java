package io.godwit.archive;

import io.godwit.failure.PackageFault;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The bytes of an entry; whoever reads to the end knows that they are those of the manifest. For one thread. */
final class HashedEntry extends FilterInputStream {

    private final PackagedFile file;
    private final MessageDigest digest;
    private long rest;
    private boolean checked;

    HashedEntry(ArchiveEntry entry, PackagedFile file) throws RefusedArchiveException {
        this(entry.content(), file);
        if (entry.size() != file.size()) {
            throw wrong("has " + entry.size() + " bytes, and " + file.size() + " in its manifest");
        }
    }

    private HashedEntry(InputStream content, PackagedFile file) {
        this(content, sha256(), file);
    }

    private HashedEntry(InputStream content, MessageDigest digest, PackagedFile file) {
        super(new DigestInputStream(content, digest));
        this.digest = digest;
        this.file = file;
        this.rest = file.size();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java platform has SHA-256", absent);
        }
    }

    static String text(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        int length = read(one, 0, 1);
        return length < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = in.read(buffer, offset, length);
        if (read > 0) {
            rest -= read;
            if (rest < 0) {
                throw wrong("goes on for longer than its manifest says");
            }
        } else if (read < 0 && !checked) {
            checked = true;
            check();
        }
        return read;
    }

    private void check() throws RefusedArchiveException {
        if (rest > 0) {
            throw wrong("ends " + rest + " bytes before its manifest says");
        }
        String actual = text(digest);
        if (!actual.equals(file.sha256())) {
            throw wrong("is not the one of its manifest: its sha256 is " + actual);
        }
    }

    private RefusedArchiveException wrong(String words) {
        return new RefusedArchiveException(PackageFault.HASH, "its entry '" + file.path() + "' " + words);
    }

    /** What is skipped is read all the same. */
    @Override
    public long skip(long count) throws IOException {
        byte[] skipped = new byte[(int) Math.min(Math.max(count, 0), 8192)];
        return Math.max(0, read(skipped, 0, skipped.length));
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** The archive goes on behind it. */
    @Override
    public void close() {}
}
