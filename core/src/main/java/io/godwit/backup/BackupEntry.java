package io.godwit.backup;

import java.util.Objects;

/**
 * A part of a backup's file. Immutable.
 *
 * @param name the entry's name
 * @param sha256 of its content, in hexadecimal
 */
public record BackupEntry(String name, String sha256) {

    public BackupEntry {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(sha256, "sha256");
    }
}
