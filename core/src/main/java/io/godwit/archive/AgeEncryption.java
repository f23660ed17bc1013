package io.godwit.archive;

import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519KeyFactory;
import com.exceptionfactory.jagged.x25519.X25519KeyPairGenerator;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import java.io.FilterOutputStream;
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
public final class AgeEncryption {

    private AgeEncryption() {}

    /**
     * Makes sure that the library is there.
     *
     * @throws LinkageError if it is not
     */
    public static void require() {
        generate();
    }

    /** A new secret key. */
    public static String generate() {
        try {
            return text(
                    new X25519KeyPairGenerator().generateKeyPair().getPrivate().getEncoded());
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("Java 17 has X25519", absent);
        }
    }

    /** What is written through it is encrypted for one key; closing it writes the end, and leaves what is behind it open. */
    public static OutputStream encrypting(OutputStream out, String secretKey) throws IOException {
        try {
            SecretKeySpec secret = new SecretKeySpec(secretKey.getBytes(StandardCharsets.US_ASCII), "X25519");
            String recipient = text(new X25519KeyFactory().translateKey(secret).getEncoded());
            return encryptingTo(out, List.of(recipient));
        } catch (GeneralSecurityException e) {
            throw new IOException(
                    "the first key does not encrypt (" + e.getClass().getSimpleName() + ")");
        }
    }

    /**
     * What is written through it is encrypted for some people; closing it writes the end, and leaves what is behind it open.
     *
     * @param recipients their public keys, such as {@code age1…}
     */
    public static OutputStream encryptingTo(OutputStream out, List<String> recipients) throws IOException {
        try {
            List<RecipientStanzaWriter> writers = new ArrayList<>();
            for (String recipient : recipients) {
                writers.add(X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(recipient));
            }
            return Channels.newOutputStream(new StandardEncryptingChannelFactory()
                    .newEncryptingChannel(Channels.newChannel(unclosed(out)), writers));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException("a public key is none of age (" + e.getClass().getSimpleName() + ")");
        }
    }

    private static OutputStream unclosed(OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] buffer, int offset, int length) throws IOException {
                out.write(buffer, offset, length);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        };
    }

    /**
     * What is read through it was encrypted for one of the keys.
     *
     * @throws IOException if it was not, and where a chunk is not as it was written
     */
    public static InputStream decrypting(InputStream in, List<String> secretKeys) throws IOException {
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
