package io.godwit.format;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** SHA-256 as 64 hexadecimal digits in lower case. */
final class Sha256 {

    private static final int DIGITS = 64;

    private Sha256() {}

    static String of(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java platform has SHA-256", absent);
        }
    }

    static String of(CharSequence text) {
        return of(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * A hash from a document, in lower case.
     *
     * @throws IllegalArgumentException if it is none
     */
    static String checked(String text) {
        String hash = text.toLowerCase(Locale.ROOT);
        if (hash.length() != DIGITS || !hash.chars().allMatch(Sha256::isDigit)) {
            throw new IllegalArgumentException("'" + text + "' is no SHA-256, which has 64 hexadecimal digits");
        }
        return hash;
    }

    private static boolean isDigit(int character) {
        return (character >= '0' && character <= '9') || (character >= 'a' && character <= 'f');
    }
}
