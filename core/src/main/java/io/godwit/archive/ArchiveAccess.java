package io.godwit.archive;

import io.godwit.failure.PackageFault;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * How archives are read. Immutable.
 *
 * @param limits how large they may be
 * @param keys what opens those that are encrypted
 */
record ArchiveAccess(PackageLimits limits, PackageKeys keys) {

    private static final int BUFFER = 1 << 16;

    /** How every file of age begins. */
    private static final byte[] MARK = "age-encryption.org/v1\n".getBytes(StandardCharsets.US_ASCII);
    /** Whether the file is encrypted, whatever it is called. */
    static boolean isEncrypted(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(MARK.length), MARK);
        }
    }

    /** The bytes of the archive, for the caller to close; of a chunk that was changed nothing is given out. */
    InputStream open(Path file) throws IOException {
        if (!isEncrypted(file)) {
            return Files.newInputStream(file);
        }
        List<String> secrets = keys.secretKeys();
        if (secrets.isEmpty()) {
            throw new RefusedArchiveException(PackageFault.ENCRYPTED, "it is encrypted, and there are no keys");
        }
        InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        try {
            return AgeEncryption.decrypting(in, secrets);
        } catch (IOException none) {
            in.close();
            throw new RefusedArchiveException(PackageFault.ENCRYPTED, String.valueOf(none.getMessage()));
        } catch (RuntimeException | LinkageError failure) {
            in.close();
            throw failure;
        }
    }
}
