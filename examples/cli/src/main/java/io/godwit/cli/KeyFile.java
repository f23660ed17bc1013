package io.godwit.cli;

import io.godwit.archive.PublisherKey;
import io.godwit.archive.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/** A file that holds a key of Ed25519, as {@code openssl genpkey} and {@code openssl pkey -pubout} write it. */
record KeyFile(String option, Path path) {

    private static final long LONGEST = 100_000;

    PublisherKey publisher() {
        return read(PublisherKey::ofPem);
    }

    SigningKey signing() {
        return read(SigningKey::ofPem);
    }

    private <T> T read(Function<String, T> form) {
        try {
            if (Files.size(path) > LONGEST) {
                throw new UsageException(option + ": " + path + " is too long for a key");
            }
            return form.apply(Files.readString(path));
        } catch (IOException e) {
            throw new UsageException(option + ": " + path + " cannot be read: " + e);
        } catch (IllegalArgumentException e) {
            throw new UsageException(option + ": " + path + " is not used: " + e.getMessage());
        }
    }
}
