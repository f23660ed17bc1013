package io.godwit.backup;

import io.godwit.archive.AgeEncryption;
import io.godwit.archive.KeyLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The keys that backups are encrypted with; the host keeps them. They are those of age (https://age-encryption.org), X25519 keys as
 * {@code age-keygen} writes them, so that a backup can be opened without Godwit too. Asked anew for each backup. Implementations are
 * thread-safe.
 */
public interface BackupKeys {

    /**
     * The secret keys, such as {@code AGE-SECRET-KEY-1…}: what is written is encrypted for the first, and each of them opens what was
     * encrypted for it, so that keys can be changed.
     *
     * @throws IOException if they cannot be had now
     */
    List<String> secretKeys() throws IOException;

    /**
     * Keys as {@code age-keygen} writes them.
     *
     * @param text a secret key a line; empty lines and those that begin with {@code #} say nothing
     * @throws IllegalArgumentException if there is none, or one that is none; the message does not repeat it
     */
    static BackupKeys of(String text) {
        List<String> keys = KeyLines.of(text);
        return () -> keys;
    }

    /** Keys in a file, as {@code age-keygen} writes it; read anew for each backup. */
    static BackupKeys file(Path file) {
        return () -> {
            try {
                return KeyLines.of(Files.readString(file));
            } catch (IllegalArgumentException e) {
                throw new IOException("the key file " + file + " holds no keys: " + e.getMessage(), e);
            }
        };
    }

    /** A new secret key. */
    static String generate() {
        return AgeEncryption.generate();
    }
}
