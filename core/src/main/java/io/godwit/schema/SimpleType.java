package io.godwit.schema;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The portable types that take no parameter. */
public enum SimpleType implements ColumnType {
    /** 128-bit identifier; lower case on write where it is stored as text. */
    UUID,
    BOOLEAN,
    /** 16-bit signed. */
    SMALLINT,
    /** 32-bit signed. */
    INTEGER,
    /** 64-bit signed. */
    BIGINT,
    /** IEEE 754 single precision. */
    REAL,
    /** IEEE 754 double precision. */
    DOUBLE,
    /** Characters without a limit. */
    TEXT,
    BYTES,
    DATE,
    /** Time of day without a zone, microseconds. */
    TIME,
    /** Date and time without a zone, microseconds. */
    TIMESTAMP,
    /** An instant, microseconds, kept in UTC where the engine keeps no zone. */
    TIMESTAMPTZ,
    JSON;

    /** Whether a type is that of whole numbers, of whatever width. */
    public static boolean isWhole(@Nullable ColumnType type) {
        return type == SMALLINT || type == INTEGER || type == BIGINT;
    }

    @Override
    public <R> R accept(ColumnTypeVisitor<R> visitor) {
        return visitor.visit(this);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
