package io.godwit.archive;

import java.util.Objects;

/**
 * A file of a package. Immutable.
 *
 * @param path in the package, with forward slashes
 * @param size in bytes
 * @param sha256 of its bytes, 64 hexadecimal digits
 */
public record PackagedFile(String path, long size, String sha256) {

    public PackagedFile {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(sha256, "sha256");
    }
}
