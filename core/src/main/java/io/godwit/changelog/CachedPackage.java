package io.godwit.changelog;

import io.godwit.failure.ChangelogRefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A package in a cache. Immutable.
 *
 * @param file where it is; to be read, not changed. It is there until a hundred others were made
 * @param key 64 hexadecimal digits that are others if the history, a file of the changelog or an option is another: what an ETag needs
 * @param made whether it was made by this call
 * @param report as when it was made
 */
public record CachedPackage(Path file, String key, boolean made, PackageReport report) {

    private static final int CHUNK = 1 << 16;

    /**
     * Writes it into another file, which is there when it is whole.
     *
     * @throws ChangelogRefusedException if it cannot be written
     */
    public void copyTo(Path output) {
        try (InputStream input = Files.newInputStream(file);
                OutputFile copy = OutputFile.at(output)) {
            byte[] chunk = input.readNBytes(CHUNK);
            while (chunk.length > 0) {
                copy.write(chunk);
                chunk = input.readNBytes(CHUNK);
            }
            copy.commit();
        } catch (IOException failed) {
            throw new ChangelogRefusedException(output.toString(), "cannot be written: " + failed);
        }
    }
}
