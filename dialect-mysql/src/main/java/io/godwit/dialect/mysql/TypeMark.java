package io.godwit.dialect.mysql;

import io.godwit.schema.ArrayType;
import io.godwit.schema.CharType;
import io.godwit.schema.ColumnType;
import io.godwit.schema.EnumType;
import io.godwit.schema.NativeType;
import io.godwit.schema.SimpleType;
import io.godwit.schema.TimeType;
import io.godwit.schema.VectorType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A column's comment, and at its end, in square brackets, the portable type where the engine's own does not tell it: an instant is a
 * DATETIME like any other.
 *
 * @param words the author's comment; null for none
 * @param type what the mark says; null without one
 */
record TypeMark(@Nullable String words, @Nullable ColumnType type) {

    /** The comment to write for a column of that type; empty for none. */
    static Optional<String> write(@Nullable String words, ColumnType type, MySqlSyntax syntax) {
        boolean misread = words != null && of(words).type() != null && !(type instanceof NativeType);
        if (!misread && !isNeeded(type, syntax)) {
            return Optional.ofNullable(words);
        }
        return Optional.of((words == null ? "" : words + " ") + "[" + type + "]");
    }

    /** Whether the engine's own type does not tell it. */
    static boolean isNeeded(ColumnType type, MySqlSyntax syntax) {
        return type == SimpleType.TIMESTAMPTZ
                || type == SimpleType.REAL
                || type instanceof CharType
                || type instanceof TimeType
                || type instanceof ArrayType
                || (type instanceof EnumType values && isBeyondCatalog(values))
                || (type instanceof VectorType && !syntax.hasVectors());
    }

    /** The catalog's text of checks has question marks for them. */
    private static boolean isBeyondCatalog(EnumType type) {
        return type.values().stream()
                .anyMatch(value -> value.codePoints().anyMatch(Character::isSupplementaryCodePoint));
    }

    /** @param kept as the catalog has it */
    static TypeMark read(@Nullable String kept) {
        if (kept == null || kept.isEmpty()) {
            return new TypeMark(null, null);
        }
        return of(MySqlSyntax.readComment(kept));
    }

    private static TypeMark of(String comment) {
        if (comment.endsWith("]")) {
            for (int open = comment.lastIndexOf('['); open >= 0; open = comment.lastIndexOf('[', open - 1)) {
                ColumnType type = type(comment.substring(open + 1, comment.length() - 1));
                if (type != null && (open == 0 || comment.charAt(open - 1) == ' ')) {
                    return new TypeMark(open == 0 ? null : comment.substring(0, open - 1), type);
                }
            }
        }
        return new TypeMark(comment, null);
    }

    /** Only what {@link #write} could have written. */
    private static @Nullable ColumnType type(String text) {
        try {
            ColumnType type = ColumnType.parse(text);
            return type.toString().equals(text) ? type : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
