package io.godwit.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The keys that open what was encrypted for their owner: X25519 keys of age (https://age-encryption.org), as {@code age-keygen} writes
 * them. Asked anew for each file. Implementations are thread-safe.
 */
public interface PackageKeys {

    /** Of who has none. */
    PackageKeys NONE = List::of;

    /**
     * The secret keys, such as {@code AGE-SECRET-KEY-1…}.
     *
     * @throws IOException if they cannot be had now
     */
    List<String> secretKeys() throws IOException;

    /** Keys in a file, as {@code age-keygen} writes it; read anew for each use. */
    static PackageKeys file(Path file) {
        return () -> {
            try {
                return KeyLines.of(Files.readString(file));
            } catch (IllegalArgumentException e) {
                throw new IOException("the key file " + file + " holds no keys: " + e.getMessage(), e);
            }
        };
    }
}
