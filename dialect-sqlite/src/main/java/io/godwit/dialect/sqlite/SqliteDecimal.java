package io.godwit.dialect.sqlite;

import io.godwit.schema.DecimalType;

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

    /** SQL that makes any number the column's form: rounded, and as text where that is its form. */
    String conversion(String sql) {
        return isExact(type)
                ? "CASE WHEN " + sql + " IS NOT NULL THEN printf('%." + type.scale() + "f', " + sql + ") END"
                : "round(" + sql + ", " + type.scale() + ")";
    }
}
