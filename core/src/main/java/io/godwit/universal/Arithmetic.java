package io.godwit.universal;

import io.godwit.dialect.ValueType;
import io.godwit.dialect.ValueType.Kind;

/** The types of {@code + - * / %} in PostgreSQL, for numbers and for times. */
final class Arithmetic {

    private Arithmetic() {}

    static ValueType of(String operator, ValueType left, ValueType right) {
        if (left.is(Kind.UNTYPED) || right.is(Kind.UNTYPED)) {
            return of(operator, left.is(Kind.UNTYPED) ? right : left, right.is(Kind.UNTYPED) ? left : right, true);
        }
        return of(operator, left, right, false);
    }

    private static ValueType of(String operator, ValueType left, ValueType right, boolean same) {
        if (left.is(Kind.UNTYPED)) {
            return ValueType.UNKNOWN;
        }
        if (left.isNumber() && right.isNumber()) {
            ValueType wider = wider(left, right);
            ValueType result = wider.is(Kind.DECIMAL) ? decimal(operator, left, right) : wider;
            return left.even() && right.even() ? result : result.uneven();
        }
        return same ? ValueType.UNKNOWN : temporal(operator, left, right);
    }

    /** The kind of number that both become: integer, decimal, then floating point. */
    static ValueType wider(ValueType left, ValueType right) {
        if (left.is(Kind.INTEGER) && right.is(Kind.INTEGER)) {
            return left.precision() < right.precision() ? right : left;
        }
        if (left.is(Kind.REAL) && right.is(Kind.REAL)) {
            return left;
        }
        if (!left.isExact() || !right.isExact()) {
            return ValueType.of(Kind.DOUBLE);
        }
        return ValueType.decimal(
                left.precision() == 0 || right.precision() == 0
                        ? 0
                        : Math.max(whole(left), whole(right)) + Math.max(left.scale(), right.scale()),
                left.scale() < 0 || right.scale() < 0 ? -1 : Math.max(left.scale(), right.scale()));
    }

    private static int whole(ValueType type) {
        return type.precision() - type.scale();
    }

    /** The digits of a result are not bounded by a column; its precision is left open. */
    private static ValueType decimal(String operator, ValueType left, ValueType right) {
        if (operator.equals("/") || left.scale() < 0 || right.scale() < 0) {
            return ValueType.decimal(0, -1);
        }
        return operator.equals("*")
                ? ValueType.decimal(0, left.scale() + right.scale())
                : ValueType.decimal(0, Math.max(left.scale(), right.scale()));
    }

    private static ValueType temporal(String operator, ValueType left, ValueType right) {
        boolean minus = operator.equals("-");
        if ((left.is(Kind.INTERVAL) && right.isNumber()) || (right.is(Kind.INTERVAL) && left.isNumber())) {
            return ValueType.of(Kind.INTERVAL);
        }
        if (left.is(Kind.INTERVAL) && !right.is(Kind.INTERVAL)) {
            return temporal(operator, right, left);
        }
        if (right.is(Kind.INTERVAL)) {
            return left.is(Kind.DATE) ? ValueType.of(Kind.TIMESTAMP) : left;
        }
        if ((left.is(Kind.DATE) && right.is(Kind.TIME)) || (left.is(Kind.TIME) && right.is(Kind.DATE))) {
            return ValueType.of(Kind.TIMESTAMP);
        }
        if (left.is(Kind.DATE)) {
            return right.is(Kind.DATE) && minus ? ValueType.INTEGER : right.is(Kind.INTEGER) ? left : ValueType.UNKNOWN;
        }
        boolean instants = isInstant(left) && isInstant(right);
        return instants && minus ? ValueType.of(Kind.INTERVAL) : ValueType.UNKNOWN;
    }

    private static boolean isInstant(ValueType type) {
        return type.is(Kind.TIMESTAMP) || type.is(Kind.TIMESTAMPTZ) || type.is(Kind.DATE);
    }
}
