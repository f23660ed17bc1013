package io.godwit.dialect.sqlite;

import io.godwit.schema.ColumnType;
import io.godwit.schema.DecimalType;

/**
 * An exact number, which is kept as canonical text, to one with fewer digits: cut in the text, and where it must be rounded up,
 * which halves are, away from zero, counted in whole numbers. What does not fit fails, and so does what would need more than
 * {@value #COUNTED} digits to be counted.
 */
final class ExactNarrowing {

    /** Fewer than a 64-bit number has. */
    private static final int COUNTED = 18;

    private final String sql;
    private final ColumnType to;
    private final int from;
    private final int scale;

    /** @param sql the old value, which is written several times */
    ExactNarrowing(DecimalType from, ColumnType to, String sql) {
        this.sql = sql;
        this.to = to;
        this.from = from.scale();
        this.scale = to instanceof DecimalType decimal ? decimal.scale() : 0;
    }

    String converted() {
        String good = to instanceof DecimalType decimal
                ? fits(decimal)
                : countable() + " AND " + NumberConversion.inRange(to, counted());
        return ColumnConversion.checked(sql, good, value(), to.toString());
    }

    private String fits(DecimalType decimal) {
        String point = from == 0 ? "" : " - " + (from + 1);
        String whole =
                "length(ltrim(" + sql + ", '-'))" + point + " <= " + Math.max(1, decimal.precision() - decimal.scale());
        if (from <= scale) {
            return whole;
        }
        String limit = decimal.precision() > COUNTED
                ? ""
                : " AND abs(" + counted() + ") < 1" + "0".repeat(decimal.precision());
        return whole + " AND (NOT " + goesUp() + " OR (" + countable() + limit + "))";
    }

    private String value() {
        if (!(to instanceof DecimalType decimal)) {
            return counted();
        }
        if (SqliteDecimal.isExact(decimal)) {
            return from <= scale
                    ? sql + zeros()
                    : "CASE WHEN " + goesUp() + " THEN " + written() + " ELSE " + cut() + " END";
        }
        return from <= scale
                ? "CAST(" + sql + " AS REAL)"
                : "round(" + counted() + " / 1" + "0".repeat(scale) + ".0, " + scale + ")";
    }

    private String zeros() {
        return scale == from ? "" : " || '" + (from == 0 ? "." : "") + "0".repeat(scale - from) + "'";
    }

    /** The text up to the last digit that stays; a zero has no sign. */
    private String cut() {
        String text = "substr(" + sql + ", 1, instr(" + sql + ", '.')" + (scale == 0 ? " - 1" : " + " + scale) + ")";
        return "CASE WHEN " + kept() + " = 0 THEN ltrim(" + text + ", '-') ELSE " + text + " END";
    }

    /** The counted units as a number with its point. */
    private String written() {
        String units = counted();
        if (scale == 0) {
            return "CAST(" + units + " AS TEXT)";
        }
        String unit = "1" + "0".repeat(scale);
        return "CASE WHEN " + sql + " LIKE '-%' THEN '-' ELSE '' END || (abs(" + units + ") / " + unit
                + ") || '.' || printf('%0" + scale + "d', abs(" + units + ") % " + unit + ")";
    }

    /** How many units of the last digit that stays, rounded. */
    private String counted() {
        return from <= scale
                ? kept()
                : "(" + kept() + " + CASE WHEN NOT " + goesUp() + " THEN 0 WHEN " + sql
                        + " LIKE '-%' THEN -1 ELSE 1 END)";
    }

    private String kept() {
        return "CAST(" + digits() + " AS INTEGER)";
    }

    private String digits() {
        return from == 0 ? sql : "replace(substr(" + sql + ", 1, instr(" + sql + ", '.') + " + scale + "), '.', '')";
    }

    private String countable() {
        return "length(ltrim(" + digits() + ", '-')) <= " + COUNTED;
    }

    private String goesUp() {
        return from <= scale ? "0" : "(substr(" + sql + ", instr(" + sql + ", '.') + " + (scale + 1) + ", 1) >= '5')";
    }
}
