package io.godwit.dialect.sqlite;

import io.godwit.schema.DecimalType;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Exact numbers: up to 15 digits a double holds them, beyond that they are canonical text. */
final class SqliteDecimal {

    private static final int DIGITS_OF_A_DOUBLE = 15;

    private final DecimalType type;

    SqliteDecimal(DecimalType type) {
        this.type = type;
    }

    /** Whether values of the type are kept as text. */
    static boolean isExact(DecimalType type) {
        return type.precision() > DIGITS_OF_A_DOUBLE;
    }

    /**
     * The value rounded as PostgreSQL rounds it on its way into the column, with exactly the type's digits after the point.
     *
     * @throws IllegalArgumentException if it has too many digits before the point
     */
    String rounded(BigDecimal value) {
        BigDecimal rounded = value.setScale(type.scale(), RoundingMode.HALF_UP);
        if (rounded.precision() - rounded.scale() > type.precision() - type.scale() && rounded.signum() != 0) {
            throw new IllegalArgumentException("'" + value + "' has too many digits for " + type);
        }
        return rounded.toPlainString();
    }

    /** SQL that makes any number the column's form: rounded, and as text where that is its form. */
    String conversion(String sql) {
        return isExact(type)
                ? "CASE WHEN " + sql + " IS NOT NULL THEN printf('%." + type.scale() + "f', " + sql + ") END"
                : "round(" + sql + ", " + type.scale() + ")";
    }
}
