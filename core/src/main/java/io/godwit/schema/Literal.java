package io.godwit.schema;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * A constant from a document. Immutable.
 *
 * @param kind what it was in the document
 * @param text {@code null}, {@code true}, {@code false}, a number in plain digits or with an exponent, the characters of a text, or
 *     compact JSON
 */
public record Literal(Kind kind, String text) implements Value {

    /** What a literal was in its document. */
    public enum Kind {
        NULL,
        BOOLEAN,
        NUMBER,
        TEXT,
        /** A JSON object or array, for a {@code json}, {@code array} or {@code vector} column. */
        JSON
    }

    public static final Literal NULL = new Literal(Kind.NULL, "null");

    public Literal {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(text, "text");
    }

    public static Literal of(boolean value) {
        return new Literal(Kind.BOOLEAN, Boolean.toString(value));
    }

    public static Literal of(long value) {
        return new Literal(Kind.NUMBER, Long.toString(value));
    }

    public static Literal of(BigDecimal value) {
        return new Literal(Kind.NUMBER, value.toString());
    }

    public static Literal of(String value) {
        return new Literal(Kind.TEXT, value);
    }

    /** A JSON object or array, as text. */
    public static Literal ofJson(String json) {
        return new Literal(Kind.JSON, json);
    }

    public boolean isNull() {
        return kind == Kind.NULL;
    }
}
