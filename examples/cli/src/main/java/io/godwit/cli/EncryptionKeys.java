package io.godwit.cli;

import io.godwit.archive.Recipients;
import java.util.List;
import picocli.CommandLine.Option;

/** For whom a file is encrypted. */
final class EncryptionKeys {

    @Option(
            names = "--encrypt-to",
            paramLabel = "KEY",
            split = ",",
            description =
                    "Encrypts it for the owner of this public key of age (age1…), into a file that ends with .tar.gz.age;"
                            + " again for each further one.")
    private List<String> keys = List.of();

    /** @throws UsageException if one is no such key */
    Recipients recipients() {
        try {
            return new Recipients(keys);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--encrypt-to: " + e.getMessage());
        }
    }
}
