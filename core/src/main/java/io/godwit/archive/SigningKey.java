package io.godwit.archive;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;

/**
 * The private Ed25519 key that a publisher signs packages with; never shown. Immutable and thread-safe.
 *
 * <p>{@code openssl genpkey -algorithm ed25519} writes one.
 */
public final class SigningKey {

    private final PrivateKey key;

    private SigningKey(PrivateKey key) {
        this.key = key;
    }

    /**
     * Reads a key.
     *
     * @param text PEM: a {@code PRIVATE KEY} in PKCS #8's form, not encrypted
     * @throws IllegalArgumentException if it is none; its words hold nothing of the text
     */
    public static SigningKey ofPem(String text) {
        if (text.contains("-----BEGIN ENCRYPTED PRIVATE KEY-----")) {
            throw new IllegalArgumentException("it is encrypted; openssl pkey -in FILE writes it without a passphrase");
        }
        try {
            byte[] encoded = PemBlock.read(text, "PRIVATE KEY");
            return new SigningKey(
                    KeyFactory.getInstance(PublisherKey.ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("it is no private key of " + PublisherKey.ALGORITHM, e);
        }
    }

    byte[] sign(byte[] content) {
        try {
            Signature signature = Signature.getInstance(PublisherKey.ALGORITHM);
            signature.initSign(key);
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("Java 17 has Ed25519", absent);
        }
    }

    @Override
    public String toString() {
        return PublisherKey.ALGORITHM + " (private)";
    }
}
