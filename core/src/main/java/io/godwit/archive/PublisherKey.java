package io.godwit.archive;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;

/**
 * The public Ed25519 key of who publishes packages. Immutable and thread-safe.
 *
 * <p>{@code openssl pkey -in key.pem -pubout} writes one.
 */
public final class PublisherKey {

    static final String ALGORITHM = "Ed25519";

    private final PublicKey key;

    private PublisherKey(PublicKey key) {
        this.key = key;
    }

    /**
     * Reads a key.
     *
     * @param text PEM: a {@code PUBLIC KEY} in X.509's form
     * @throws IllegalArgumentException if it is none
     */
    public static PublisherKey ofPem(String text) {
        try {
            byte[] encoded = PemBlock.read(text, "PUBLIC KEY");
            return new PublisherKey(KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("it is no public key of " + ALGORITHM, e);
        }
    }

    /** Whether a signature is this publisher's, over exactly these bytes. */
    boolean verifies(byte[] content, byte[] signature) {
        try {
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(key);
            check.update(content);
            return check.verify(signature);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }

    /** SHA-256 of the key, to compare it by: 64 hexadecimal digits. */
    public String fingerprint() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key.getEncoded()));
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("every Java platform has SHA-256", absent);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PublisherKey that && key.equals(that.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    @Override
    public String toString() {
        return ALGORITHM + " " + fingerprint();
    }
}
