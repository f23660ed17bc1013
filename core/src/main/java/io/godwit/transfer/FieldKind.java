package io.godwit.transfer;

import io.godwit.schema.CharType;
import io.godwit.schema.ColumnType;
import io.godwit.schema.DecimalType;
import io.godwit.schema.EnumType;
import io.godwit.schema.SimpleType;
import io.godwit.schema.TimeType;
import io.godwit.schema.VarcharType;
import java.util.Optional;

/** What the bytes of a field are. */
enum FieldKind {
    /** A number with so many digits behind its point as its type has. */
    NUMBER,
    SINGLE,
    DOUBLE,
    BOOLEAN,
    MOMENT,
    TEXT,
    /** A text without blanks at its end. */
    PADDED,
    /** In hexadecimal. */
    BYTES;

    /** Empty for what is no text, and for what has more than one spelling. */
    static Optional<FieldKind> of(ColumnType type) {
        if (type instanceof SimpleType simple) {
            return switch (simple) {
                case SMALLINT, INTEGER, BIGINT -> Optional.of(NUMBER);
                case REAL -> Optional.of(SINGLE);
                case DOUBLE -> Optional.of(DOUBLE);
                case BOOLEAN -> Optional.of(BOOLEAN);
                case DATE, TIME, TIMESTAMP, TIMESTAMPTZ -> Optional.of(MOMENT);
                case TEXT, UUID -> Optional.of(TEXT);
                case BYTES -> Optional.of(BYTES);
                case JSON -> Optional.empty();
            };
        }
        if (type instanceof DecimalType) {
            return Optional.of(NUMBER);
        }
        if (type instanceof TimeType) {
            return Optional.of(MOMENT);
        }
        if (type instanceof CharType) {
            return Optional.of(PADDED);
        }
        return type instanceof VarcharType || type instanceof EnumType ? Optional.of(TEXT) : Optional.empty();
    }
}
