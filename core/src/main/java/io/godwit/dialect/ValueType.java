package io.godwit.dialect;

import io.godwit.schema.ArrayType;
import io.godwit.schema.CharType;
import io.godwit.schema.ColumnType;
import io.godwit.schema.ColumnTypeVisitor;
import io.godwit.schema.DecimalType;
import io.godwit.schema.EnumType;
import io.godwit.schema.NativeType;
import io.godwit.schema.SimpleType;
import io.godwit.schema.TimeType;
import io.godwit.schema.VarcharType;
import io.godwit.schema.VectorType;
import java.util.List;

/**
 * What PostgreSQL would say the type of an expression is, as far as its meaning on an engine depends on it. Immutable.
 *
 * @param kind the family
 * @param precision all digits of a decimal or integer type whose digits are known (5, 10 and 19 for the three integers); of a column
 *     of arrays a number for its {@link #elements}; else 0
 * @param scale a decimal's digits after the point, -1 if nobody knows how many; of a column of times minus the number of the six
 *     digits of a second that it does not keep; -1 for a text at whose end blanks do not count; else 0
 * @param even whether all its values have just so many digits; in PostgreSQL a decimal that is chosen from several has the digits
 *     of the one that was chosen, which only its text shows
 * @param order the values of an enumeration whose order is another than that of their letters; empty for everything else
 */
public record ValueType(Kind kind, int precision, int scale, boolean even, List<String> order) {

    public ValueType {
        order = List.copyOf(order);
    }

    public ValueType(Kind kind, int precision, int scale, boolean even) {
        this(kind, precision, scale, even, List.of());
    }

    public ValueType(Kind kind, int precision, int scale) {
        this(kind, precision, scale, true);
    }

    /** Families of types that behave alike. */
    public enum Kind {
        /** Nothing is known, as of a column of a table that nobody has described. */
        UNKNOWN,
        /** NULL by itself, or a string literal: it takes the type that its surroundings ask for. */
        UNTYPED,
        BOOLEAN,
        INTEGER,
        DECIMAL,
        REAL,
        DOUBLE,
        TEXT,
        UUID,
        BYTES,
        DATE,
        TIME,
        TIMESTAMP,
        TIMESTAMPTZ,
        INTERVAL,
        JSON,
        ARRAY,
        VECTOR,
        /** An engine's own type, or a whole row. */
        OTHER
    }

    /** What elements of arrays are, as far as it matters; the first is everything else. */
    private static final List<Kind> ELEMENTS = List.of(
            Kind.UNKNOWN, Kind.TEXT, Kind.UUID, Kind.INTEGER, Kind.DECIMAL, Kind.REAL, Kind.DOUBLE, Kind.BOOLEAN);

    public static final ValueType UNKNOWN = of(Kind.UNKNOWN);
    public static final ValueType UNTYPED = of(Kind.UNTYPED);
    public static final ValueType BOOLEAN = of(Kind.BOOLEAN);
    /** 32 bits. */
    public static final ValueType INTEGER = new ValueType(Kind.INTEGER, 10, 0);
    /** 64 bits. */
    public static final ValueType BIGINT = new ValueType(Kind.INTEGER, 19, 0);

    public static final ValueType TEXT = of(Kind.TEXT);

    /** A text at whose end blanks do not count, as a value of {@code char(n)}. */
    public static final ValueType PADDED = new ValueType(Kind.TEXT, 0, -1);

    public static ValueType of(Kind kind) {
        return new ValueType(kind, 0, 0);
    }

    /** A decimal of so many digits; more than 38 are as good as unbounded. */
    public static ValueType decimal(int precision, int scale) {
        return precision > 38 ? of(Kind.DECIMAL) : new ValueType(Kind.DECIMAL, precision, scale);
    }

    /** The type of a column's values. */
    public static ValueType of(ColumnType type) {
        return type.accept(KINDS);
    }

    /** The same with digits that differ from value to value. */
    public ValueType uneven() {
        return kind == Kind.DECIMAL ? new ValueType(kind, precision, scale, false) : this;
    }

    /** Whether it is a text at whose end blanks do not count. */
    public boolean isPadded() {
        return kind == Kind.TEXT && scale < 0;
    }

    /** How many digits after the point the seconds of a time keep; 6 for everything else. */
    public int digitsOfSeconds() {
        return isTemporal() ? TimeType.MOST_DIGITS + scale : TimeType.MOST_DIGITS;
    }

    /** The type of what a column of this type holds: a time that was rounded is a time like any other. */
    public ValueType held() {
        return isTemporal() || kind == Kind.ARRAY ? of(kind) : this;
    }

    /** What the elements of a column of arrays are; {@link Kind#UNKNOWN} for everything else. */
    public Kind elements() {
        return kind == Kind.ARRAY ? ELEMENTS.get(precision) : Kind.UNKNOWN;
    }

    public boolean is(Kind other) {
        return kind == other;
    }

    /** Whether it is a number that is kept exactly. */
    public boolean isExact() {
        return kind == Kind.INTEGER || kind == Kind.DECIMAL;
    }

    public boolean isNumber() {
        return isExact() || kind == Kind.REAL || kind == Kind.DOUBLE;
    }

    /** Whether it is a day, or a point of time on one. */
    public boolean isMoment() {
        return kind == Kind.DATE || kind == Kind.TIMESTAMP || kind == Kind.TIMESTAMPTZ;
    }

    /** Whether it is a moment, or a time of any day. */
    public boolean isTemporal() {
        return isMoment() || kind == Kind.TIME;
    }

    /** Whether values are characters, or can be nothing else in their place. */
    public boolean isText() {
        return kind == Kind.TEXT || kind == Kind.UNTYPED;
    }

    private static final ColumnTypeVisitor<ValueType> KINDS = new ColumnTypeVisitor<>() {
        @Override
        public ValueType visit(SimpleType type) {
            return switch (type) {
                case SMALLINT -> new ValueType(Kind.INTEGER, 5, 0);
                case INTEGER -> INTEGER;
                case BIGINT -> BIGINT;
                default -> of(Kind.valueOf(type.name()));
            };
        }

        @Override
        public ValueType visit(VarcharType type) {
            return of(Kind.TEXT);
        }

        @Override
        public ValueType visit(CharType type) {
            return PADDED;
        }

        @Override
        public ValueType visit(TimeType type) {
            return new ValueType(of(type.kind()).kind(), 0, type.digits() - TimeType.MOST_DIGITS);
        }

        @Override
        public ValueType visit(DecimalType type) {
            return decimal(type.precision(), type.scale());
        }

        @Override
        public ValueType visit(EnumType type) {
            boolean byLetters = type.values().stream().sorted().toList().equals(type.values());
            return byLetters ? of(Kind.TEXT) : new ValueType(Kind.TEXT, 0, 0, true, type.values());
        }

        @Override
        public ValueType visit(ArrayType type) {
            Kind elements = ValueType.of(type.element()).kind();
            return new ValueType(Kind.ARRAY, Math.max(0, ELEMENTS.indexOf(elements)), 0);
        }

        @Override
        public ValueType visit(VectorType type) {
            return of(Kind.VECTOR);
        }

        @Override
        public ValueType visit(NativeType type) {
            return of(Kind.OTHER);
        }
    };
}
