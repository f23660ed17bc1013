package io.godwit.history;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over texts, each behind its length, so that nothing moves from one to the next unseen. For one thread. */
public final class Digest {

    private final MessageDigest sha = sha256();

    /** Of nothing yet. */
    public Digest() {}

    /** Adds a text, also an empty one. */
    public Digest add(String field) {
        byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
        sha.update(Integer.toString(bytes.length).getBytes(StandardCharsets.US_ASCII));
        sha.update((byte) ':');
        sha.update(bytes);
        return this;
    }

    Digest add(long number) {
        return add(Long.toString(number));
    }

    /** In hexadecimal; what was added is forgotten. */
    public String text() {
        return HexFormat.of().formatHex(sha.digest());
    }

    /** In hexadecimal, of what was added until now. */
    String textSoFar() {
        try {
            return HexFormat.of().formatHex(((MessageDigest) sha.clone()).digest());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the Java platform's own SHA-256 can be cloned", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
