package io.godwit.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The key of who reads files that are encrypted: never among the arguments. */
final class OpeningKey {

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            description = "The file of the secret key of age, as age-keygen writes it, that opens what is encrypted.")
    private @Nullable Path file;

    @Nullable
    Path file() {
        return file;
    }
}
