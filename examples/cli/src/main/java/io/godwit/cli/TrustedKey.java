package io.godwit.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** By whose key a package must be signed. */
final class TrustedKey {

    @Option(
            names = "--trust",
            paramLabel = "KEY",
            description = "The file of the public key (PEM) that the package must be signed by.")
    private @Nullable Path file;

    @Nullable
    Path file() {
        return file;
    }
}
