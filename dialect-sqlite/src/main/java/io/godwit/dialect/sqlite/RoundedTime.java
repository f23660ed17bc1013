package io.godwit.dialect.sqlite;

import io.godwit.dialect.Term;
import io.godwit.dialect.ValueType;
import io.godwit.dialect.ValueType.Kind;
import io.godwit.schema.ColumnType;
import io.godwit.schema.TimeType;

/**
 * A time rounded to fewer than six digits of a second, which stay there as zeros. A half goes away from the beginning of the year
 * 2000, as in PostgreSQL, which counts moments from there.
 */
final class RoundedTime {

    private RoundedTime() {}

    static Term of(Term time, ValueType type) {
        return Term.atom(sql(time.sql(), type.is(Kind.TIME), type.digitsOfSeconds()))
                .as(type.held());
    }

    /** The text as it is for any other type. */
    static String of(String sql, ColumnType type) {
        return type instanceof TimeType time ? sql(sql, ValueType.of(type).is(Kind.TIME), time.digits()) : sql;
    }

    private static String sql(String value, boolean clock, int digits) {
        int seconds = clock ? 8 : 19;
        int unit = (int) Math.pow(10, TimeType.MOST_DIGITS - digits);
        String half = clock
                ? Integer.toString(unit / 2)
                : "CASE WHEN " + value + " < '2000' THEN " + (unit / 2 - 1) + " ELSE " + unit / 2 + " END";
        String micros = "(CAST(substr(" + value + ", " + (seconds + 2) + ", 6) AS INTEGER) + " + half + ") / " + unit
                + " * " + unit;
        String start = "substr(" + value + ", 1, " + seconds + ")";
        String zone = clock ? "" : " || substr(" + value + ", 27)";
        return "CASE WHEN " + micros + " < 1000000 THEN " + start + " || '.' || printf('%06d', " + micros + ")" + zone
                + " ELSE " + later(start, clock) + " || '.000000'" + zone + " END";
    }

    private static String later(String start, boolean clock) {
        return clock
                ? "CASE WHEN " + start + " = '23:59:59' THEN " + Failure.of("24:00:00 is no time of day")
                        + " ELSE time(" + start + ", '+1 second') END"
                : "strftime('%Y-%m-%dT%H:%M:%S', " + start + ", '+1 second')";
    }
}
