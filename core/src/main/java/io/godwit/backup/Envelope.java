package io.godwit.backup;

import io.godwit.archive.AgeEncryption;
import io.godwit.failure.BackupFailedException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What is around a backup's file: nothing, or encryption. Immutable. */
record Envelope(@Nullable BackupKeys keys) {

    private static final byte[] AGE = "age-encryption.org/v1\n".getBytes(StandardCharsets.US_ASCII);

    Envelope {
        if (keys != null) {
            require();
        }
    }

    private static void require() {
        try {
            AgeEncryption.require();
        } catch (LinkageError absent) {
            throw new BackupFailedException(
                    "Backups are to be encrypted, and the library for it is not on the class path. Nothing was changed."
                            + " Add com.exceptionfactory.jagged:jagged-framework and :jagged-x25519.",
                    absent);
        }
    }

    /** What the file's name ends with. */
    String ending() {
        return keys == null ? "" : BackupName.ENCRYPTED;
    }

    /** Closing it ends the file, and leaves what is behind it open. */
    OutputStream closed(OutputStream out) throws IOException {
        return keys == null
                ? new UnclosedOutput(out)
                : AgeEncryption.encrypting(out, keys.secretKeys().get(0));
    }

    /**
     * The content of a file.
     *
     * @throws IOException also if it is not encrypted and should be: whoever can put a file of his own there must not be believed
     */
    InputStream opened(InputStream file) throws IOException {
        BufferedInputStream in = new BufferedInputStream(file);
        in.mark(AGE.length);
        boolean encrypted = Arrays.equals(in.readNBytes(AGE.length), AGE);
        in.reset();
        if (keys == null) {
            if (encrypted) {
                throw new IOException("it is encrypted, and there are no keys");
            }
            return in;
        }
        if (!encrypted) {
            throw new IOException(
                    "it is not encrypted, and backups are said to be; read it without keys if you trust it");
        }
        return AgeEncryption.decrypting(in, keys.secretKeys());
    }
}
