package io.godwit.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;

/** Hashes and counts what is written through it; closing it leaves what is behind it open. For one thread. */
final class HashedOutput extends UnclosedOutput {

    private final MessageDigest digest = Digests.sha256();
    private long bytes;

    HashedOutput(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int value) throws IOException {
        out.write(value);
        digest.update((byte) value);
        bytes++;
    }

    @Override
    public void write(byte[] buffer, int offset, int length) throws IOException {
        out.write(buffer, offset, length);
        digest.update(buffer, offset, length);
        bytes += length;
    }

    long bytes() {
        return bytes;
    }

    /** Of all that was written; once. */
    String sha256() {
        return Digests.text(digest);
    }
}
