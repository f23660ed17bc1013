package io.godwit.universal;

import io.godwit.dialect.ValueType;
import io.godwit.schema.ColumnType;
import org.jspecify.annotations.Nullable;

/**
 * A type as a cast names it.
 *
 * @param at where it begins
 * @param written as the author wrote it, words in lower case and one blank apart
 * @param portable the portable type; null if it is none, as {@code numeric} without its digits
 */
record TypeText(int at, String written, @Nullable ColumnType portable) {

    static TypeText of(int at, String written) {
        ColumnType portable;
        try {
            portable = ColumnType.parse(written);
        } catch (IllegalArgumentException notPortable) {
            portable = null;
        }
        return new TypeText(at, written, portable);
    }

    /** What is known of the values. */
    ValueType values() {
        if (portable != null) {
            return ValueType.of(portable);
        }
        return switch (written) {
            case "numeric", "decimal" -> ValueType.decimal(0, -1);
            case "varchar", "character varying" -> ValueType.TEXT;
            case "bpchar" -> ValueType.PADDED;
            case "interval" -> ValueType.of(ValueType.Kind.INTERVAL);
            default -> ValueType.of(ValueType.Kind.OTHER);
        };
    }
}
