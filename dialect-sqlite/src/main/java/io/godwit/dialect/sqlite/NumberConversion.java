package io.godwit.dialect.sqlite;

import io.godwit.schema.ColumnType;
import io.godwit.schema.DecimalType;
import io.godwit.schema.SimpleType;
import org.jspecify.annotations.Nullable;

/** Numbers to numbers: rounded as PostgreSQL rounds, and refused where they do not fit. */
final class NumberConversion {

    private final ColumnType from;
    private final ColumnType to;
    private final String sql;

    NumberConversion(ColumnType from, ColumnType to, String sql) {
        this.from = from;
        this.to = to;
        this.sql = sql;
    }

    static boolean isNumber(ColumnType type) {
        return isWhole(type) || isFloating(type) || type instanceof DecimalType;
    }

    static boolean isWhole(ColumnType type) {
        return type == SimpleType.SMALLINT || type == SimpleType.INTEGER || type == SimpleType.BIGINT;
    }

    private static boolean isFloating(ColumnType type) {
        return type == SimpleType.REAL || type == SimpleType.DOUBLE;
    }

    /** Null where SQLite would give another answer than PostgreSQL. */
    @Nullable
    String converted() {
        if (from instanceof DecimalType exact && SqliteDecimal.isExact(exact)) {
            return isFloating(to) ? null : fromExact(exact);
        }
        if (isWhole(to)) {
            return isFloating(from) ? null : whole();
        }
        return to instanceof DecimalType decimal ? decimal(decimal) : "CAST(" + sql + " AS REAL)";
    }

    /** A condition under which a number is in the range of a whole type. */
    static String inRange(ColumnType type, String number) {
        if (type == SimpleType.SMALLINT) {
            return number + " BETWEEN " + Short.MIN_VALUE + " AND " + Short.MAX_VALUE;
        }
        return type == SimpleType.INTEGER
                ? number + " BETWEEN " + Integer.MIN_VALUE + " AND " + Integer.MAX_VALUE
                : "typeof(" + number + ") = 'integer'";
    }

    private String whole() {
        String number = isWhole(from) ? sql : "CAST(round(" + sql + ") AS INTEGER)";
        boolean widens = from == SimpleType.SMALLINT || to == SimpleType.BIGINT;
        return widens ? number : ColumnConversion.checked(sql, inRange(to, number), number, to.toString());
    }

    private String decimal(DecimalType decimal) {
        int whole = decimal.precision() - decimal.scale();
        boolean exact = SqliteDecimal.isExact(decimal);
        String value = exact && isWhole(from)
                ? "CAST(" + sql + " AS TEXT)"
                        + (decimal.scale() == 0 ? "" : " || '." + "0".repeat(decimal.scale()) + "'")
                : new SqliteDecimal(decimal).conversion(sql);
        boolean fits = from instanceof DecimalType old
                && old.precision() - old.scale() <= whole
                && old.scale() <= decimal.scale();
        String limit = "1e" + whole;
        return fits
                ? value
                : ColumnConversion.checked(
                        sql, "abs(round(" + sql + ", " + decimal.scale() + ")) < " + limit, value, decimal.toString());
    }

    /** More digits after the point are zeros. */
    private String fromExact(DecimalType exact) {
        boolean holds = to instanceof DecimalType wider
                && SqliteDecimal.isExact(wider)
                && wider.scale() >= exact.scale()
                && wider.precision() - wider.scale() >= exact.precision() - exact.scale();
        if (!holds) {
            return new ExactNarrowing(exact, to, sql).converted();
        }
        int zeros = ((DecimalType) to).scale() - exact.scale();
        String point = exact.scale() == 0 && zeros > 0 ? "." : "";
        return sql + " || '" + point + "0".repeat(zeros) + "'";
    }
}
