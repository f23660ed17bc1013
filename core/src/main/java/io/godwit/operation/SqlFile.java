package io.godwit.operation;

import java.util.Objects;

/**
 * A script in a file of the plugin. When a document is read from a plugin's folder the text is read with it and checked against
 * the hash; a document by itself only names it. Equal when path and hash are.
 *
 * @param path relative to the plugin's root, with forward slashes
 * @param sha256 of the file's bytes, 64 hexadecimal digits in lower case
 * @param text the file's text; empty when it was not read
 */
public record SqlFile(String path, String sha256, String text) implements SqlSource {

    public SqlFile {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(sha256, "sha256");
        Objects.requireNonNull(text, "text");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SqlFile that && path.equals(that.path) && sha256.equals(that.sha256);
    }

    @Override
    public int hashCode() {
        return Objects.hash(path, sha256);
    }
}
