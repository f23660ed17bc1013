package io.godwit.archive;

import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands between the lines {@code BEGIN} and {@code END} of a PEM file. */
final class PemBlock {

    private PemBlock() {}

    /**
     * The bytes of the one block of a kind.
     *
     * @param label such as {@code PUBLIC KEY}
     * @throws IllegalArgumentException if there is none
     */
    static byte[] read(String text, String label) {
        Matcher block = Pattern.compile(
                        "-----BEGIN " + label + "-----\\s+([A-Za-z0-9+/=\\s]+?)-----END " + label + "-----")
                .matcher(text);
        if (!block.find()) {
            throw new IllegalArgumentException("there is no '-----BEGIN " + label + "-----' with what belongs to it");
        }
        return Base64.getMimeDecoder().decode(block.group(1));
    }
}
