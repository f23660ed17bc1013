package io.godwit.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A password where a tool looks for it, for as long as this is open.
 *
 * @param environment variables that the tool gets besides the host's own
 * @param optionFile a file that only this user may read, which is removed in the end; null for none
 * @param secret what must not be repeated
 */
record DumpAccess(Map<String, String> environment, @Nullable Path optionFile, String secret) implements AutoCloseable {

    /** A tool's own words without the secret. */
    String redacted(String words) {
        return secret.isEmpty() ? words : words.replace(secret, "***");
    }

    @Override
    public void close() throws IOException {
        Path file = optionFile;
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }

    /** Without what it holds. */
    @Override
    public String toString() {
        return "DumpAccess";
    }
}
