package io.godwit.cli;

import io.godwit.archive.PackageWriter;
import io.godwit.archive.SigningKey;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** By whose key a package is signed. */
final class PublisherSeal {

    @Option(
            names = "--sign-key",
            paramLabel = "FILE",
            description =
                    "Signs it with this private key of Ed25519 (PEM, as openssl genpkey -algorithm ed25519 writes it).")
    private @Nullable Path key;

    boolean isThere() {
        return key != null;
    }

    /** Signs a package, if a key was named, which is read now. */
    UnaryOperator<PackageWriter> signing() {
        if (key == null) {
            return UnaryOperator.identity();
        }
        SigningKey signing = new KeyFile("--sign-key", key).signing();
        return writer -> writer.signedBy(signing);
    }
}
