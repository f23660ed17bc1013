package io.godwit.dialect;

import io.godwit.schema.ColumnType;
import io.godwit.schema.SimpleType;

/** Looks at texts of whole numbers. Stateless and thread-safe. */
public final class WholeNumber {

    /** Any number of so many digits is a long, and one that every engine reads as a whole number. */
    private static final int DIGITS = 18;

    private WholeNumber() {}

    /** Whether a value of a column of whole numbers is nothing but the digits of a long, perhaps behind a minus. */
    public static boolean isOne(ColumnType type, String text) {
        return SimpleType.isWhole(type) && isShort(text);
    }

    private static boolean isShort(String text) {
        int length = text.length();
        int first = text.startsWith("-") ? 1 : 0;
        for (int at = first; at < length; at++) {
            if (text.charAt(at) < '0' || text.charAt(at) > '9') {
                return false;
            }
        }
        return length > first && length <= DIGITS;
    }
}
