package io.godwit.backup;

import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519KeyFactory;
import com.exceptionfactory.jagged.x25519.X25519KeyPairGenerator;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import io.godwit.failure.BackupFailedException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts as age does: ChaCha20-Poly1305 over chunks of 64 KiB that are numbered, the last one marked, under a key of the file's own. Of
 * a chunk that was changed, left out or moved nothing is given out. Stateless and thread-safe.
 */
final class AgeEncryption {

    private AgeEncryption() {}

    /**
     * Makes sure that the library is there.
     *
     * @throws BackupFailedException if it is not
     */
    static void require() {
        try {
            generate();
        } catch (LinkageError absent) {
            throw new BackupFailedException(
                    "Backups are to be encrypted, and the library for it is not on the class path. Nothing was changed."
                            + " Add com.exceptionfactory.jagged:jagged-framework and :jagged-x25519.",
                    absent);
        }
    }

    static String generate() {
        try {
            return text(
                    new X25519KeyPairGenerator().generateKeyPair().getPrivate().getEncoded());
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("Java 17 has X25519", absent);
        }
    }

    /** What is written through it is encrypted for one key; closing it writes the end, and leaves what is behind it open. */
    static OutputStream encrypting(OutputStream out, String secretKey) throws IOException {
        try {
            SecretKeySpec secret = new SecretKeySpec(secretKey.getBytes(StandardCharsets.US_ASCII), "X25519");
            String recipient = text(new X25519KeyFactory().translateKey(secret).getEncoded());
            return Channels.newOutputStream(new StandardEncryptingChannelFactory()
                    .newEncryptingChannel(
                            Channels.newChannel(new UnclosedOutput(out)),
                            List.of(X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(recipient))));
        } catch (GeneralSecurityException e) {
            throw new IOException(
                    "the first key does not encrypt (" + e.getClass().getSimpleName() + ")");
        }
    }

    static InputStream decrypting(InputStream in, List<String> secretKeys) throws IOException {
        try {
            List<RecipientStanzaReader> readers = new ArrayList<>();
            for (String key : secretKeys) {
                readers.add(X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(key));
            }
            return Channels.newInputStream(
                    new StandardDecryptingChannelFactory().newDecryptingChannel(Channels.newChannel(in), readers));
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new IOException("none of the keys opens it, or its beginning was changed ("
                    + e.getClass().getSimpleName() + ")");
        }
    }

    private static String text(byte[] key) {
        return new String(key, StandardCharsets.US_ASCII);
    }
}
