package io.godwit.transfer.file;

import org.jspecify.annotations.Nullable;

/**
 * What a field holds over all rows. Texts of a CSV count as what they look like.
 *
 * @param name as in the file
 * @param values how many are not NULL
 * @param content the narrowest that fits all of them
 * @param least of integers; null for other content
 * @param most of integers; null for other content
 * @param precision digits of the longest number before and after the point together
 * @param scale digits of the longest number after the point
 * @param longest characters (code points) of the longest value as text
 */
public record FieldProfile(
        String name,
        long values,
        Content content,
        java.math.@Nullable BigInteger least,
        java.math.@Nullable BigInteger most,
        int precision,
        int scale,
        int longest) {

    /** What a value can be. */
    public enum Content {
        /** There is no value but NULL. */
        NOTHING,
        BOOLEANS,
        INTEGERS,
        DECIMALS,
        /** Objects and lists. */
        JSON,
        /** All else, mixtures too. */
        TEXT
    }
}
