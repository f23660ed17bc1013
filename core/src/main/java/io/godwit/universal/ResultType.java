package io.godwit.universal;

import io.godwit.dialect.Term;
import io.godwit.dialect.ValueType;
import io.godwit.dialect.ValueType.Kind;
import java.util.List;

/** PostgreSQL's rules for the type of a result, as far as an engine's form depends on it. */
enum ResultType {
    BOOLEAN,
    INTEGER,
    BIGINT,
    DOUBLE,
    TEXT,
    UUID,
    DATE,
    TIMESTAMP,
    TIMESTAMPTZ,
    INTERVAL,
    JSON,
    BYTES,
    ARRAY,
    UNKNOWN,
    /** A decimal whose digits nobody knows. */
    DECIMAL,
    /** As the first operand. */
    FIRST,
    /** As the second operand. */
    SECOND,
    /** What all operands can become. */
    COMMON,
    /** As sum: exact stays exact. */
    SUM,
    /** As avg: a decimal for exact numbers. */
    AVERAGE,
    /** As extract of a field: fractions of a second have six digits. */
    EXTRACTED,
    /** As round to so many digits. */
    ROUNDED,
    /** As div: a decimal without digits after the point. */
    QUOTIENT,
    /** As sign: a decimal for a decimal, floating point for everything else. */
    SIGN,
    /** {@code ||}: text, unless an array or JSON is in it. */
    CONCATENATED;

    /** String literals that nothing gives another type are texts once a function or CASE has taken them. */
    ValueType of(List<Term> operands) {
        ValueType type = open(operands);
        return type.is(Kind.UNTYPED) && operands.stream().anyMatch(ResultType::isText) ? ValueType.TEXT : type;
    }

    private static boolean isText(Term operand) {
        return operand.is(Kind.TEXT) || (operand.is(Kind.UNTYPED) && operand.constant() != null);
    }

    private ValueType open(List<Term> operands) {
        return switch (this) {
            case FIRST -> type(operands, 0);
            case SECOND -> type(operands, 1);
            case COMMON -> common(operands);
            case SUM -> sum(type(operands, 0));
            case AVERAGE -> type(operands, 0).isExact() ? ValueType.decimal(0, -1) : type(operands, 0);
            case EXTRACTED -> extracted(operands);
            case ROUNDED -> rounded(operands);
            case QUOTIENT -> ValueType.decimal(0, 0);
            case SIGN -> type(operands, 0).is(Kind.DECIMAL) ? ValueType.decimal(0, 0) : ValueType.of(Kind.DOUBLE);
            case CONCATENATED -> concatenated(operands);
            case DECIMAL -> ValueType.decimal(0, -1);
            case INTEGER -> ValueType.INTEGER;
            case BIGINT -> ValueType.BIGINT;
            default -> ValueType.of(Kind.valueOf(name()));
        };
    }

    private static ValueType type(List<Term> operands, int index) {
        return index < operands.size() ? operands.get(index).type() : ValueType.UNKNOWN;
    }

    /** The type that all of them become; UNTYPED only if all are. */
    static ValueType common(List<Term> operands) {
        ValueType common = ValueType.UNTYPED;
        for (Term operand : operands) {
            common = common(common, operand.type());
        }
        return common;
    }

    static ValueType common(ValueType one, ValueType other) {
        if (one.equals(other) || other.is(Kind.UNTYPED)) {
            return one;
        }
        if (one.is(Kind.UNTYPED)) {
            return other;
        }
        if (one.isNumber() && other.isNumber()) {
            ValueType wider = Arithmetic.wider(one, other);
            return one.even() && other.even() && one.scale() == other.scale() ? wider : wider.uneven();
        }
        if (one.is(Kind.DATE) && (other.is(Kind.TIMESTAMP) || other.is(Kind.TIMESTAMPTZ))) {
            return other;
        }
        if (other.is(Kind.DATE) && (one.is(Kind.TIMESTAMP) || one.is(Kind.TIMESTAMPTZ))) {
            return one;
        }
        if (one.is(Kind.TEXT) && other.is(Kind.TEXT)) {
            return ValueType.TEXT;
        }
        return one.kind() == other.kind() ? one : ValueType.UNKNOWN;
    }

    /** 64-bit integers sum up to a decimal, and so does what may be one. */
    private static ValueType sum(ValueType type) {
        if (type.is(Kind.INTEGER) && type.precision() <= ValueType.INTEGER.precision()) {
            return ValueType.BIGINT;
        }
        ValueType sum = type.isExact() ? ValueType.decimal(0, type.scale()) : type;
        return type.even() ? sum : sum.uneven();
    }

    private static ValueType rounded(List<Term> operands) {
        ValueType type = type(operands, 0);
        if (type.is(Kind.DOUBLE) || type.is(Kind.REAL) || (type.is(Kind.INTEGER) && operands.size() == 1)) {
            return ValueType.of(Kind.DOUBLE);
        }
        String digits = operands.size() > 1 ? operands.get(1).constant() : "0";
        boolean known = digits != null && digits.matches("-?[0-9]{1,2}");
        return ValueType.decimal(0, known ? Math.max(0, Integer.parseInt(String.valueOf(digits))) : -1);
    }

    private static ValueType extracted(List<Term> operands) {
        String field = operands.isEmpty() ? "" : String.valueOf(operands.get(0).constant());
        return ValueType.decimal(
                0,
                switch (field) {
                    case "second", "epoch" -> 6;
                    case "milliseconds" -> 3;
                    default -> 0;
                });
    }

    private static ValueType concatenated(List<Term> operands) {
        for (Term operand : operands) {
            if (operand.is(Kind.ARRAY) || operand.is(Kind.JSON) || operand.is(Kind.BYTES)) {
                return operand.type();
            }
        }
        return ValueType.TEXT;
    }
}
