package io.godwit.dialect.sqlite;

import io.godwit.schema.ColumnType;
import io.godwit.schema.DecimalType;
import io.godwit.schema.SimpleType;
import org.jspecify.annotations.Nullable;

/** Values to text as PostgreSQL writes them, and text to values as it reads them; null where SQLite cannot do the same. */
final class TextConversion {

    private TextConversion() {}

    static @Nullable String write(ColumnType from, String sql) {
        if (from instanceof DecimalType decimal) {
            return SqliteDecimal.isExact(decimal)
                    ? sql
                    : "CASE WHEN " + sql + " IS NOT NULL THEN printf('%." + decimal.scale() + "f', " + sql + ") END";
        }
        return from.plain() instanceof SimpleType simple ? write(simple, sql) : null;
    }

    private static @Nullable String write(SimpleType from, String sql) {
        return switch (from) {
            case UUID, DATE, JSON -> sql;
            case SMALLINT, INTEGER, BIGINT -> "CAST(" + sql + " AS TEXT)";
            case BOOLEAN -> "CASE " + sql + " WHEN 1 THEN 'true' WHEN 0 THEN 'false' END";
            case TIME -> seconds(sql);
            case TIMESTAMP -> "replace(" + seconds(sql) + ", 'T', ' ')";
            case TIMESTAMPTZ -> "replace(" + seconds("rtrim(" + sql + ", 'Z')") + ", 'T', ' ') || '+00'";
            default -> null;
        };
    }

    /** Without the zeros at the end of a fraction. */
    private static String seconds(String sql) {
        return "rtrim(rtrim(" + sql + ", '0'), '.')";
    }

    static @Nullable String read(ColumnType to, String sql) {
        if (to instanceof DecimalType decimal) {
            return SqliteDecimal.isExact(decimal) ? null : decimal(decimal, sql);
        }
        return to instanceof SimpleType simple ? read(simple, sql) : null;
    }

    private static @Nullable String read(SimpleType to, String sql) {
        String trimmed = "trim(" + sql + ")";
        return switch (to) {
            case UUID -> "lower(" + trimmed + ")";
            case JSON -> sql;
            case DATE -> trimmed;
            case BOOLEAN -> bool(sql);
            case SMALLINT, INTEGER, BIGINT -> whole(to, sql);
            case REAL, DOUBLE ->
                ColumnConversion.checked(sql, number(sql, ""), "CAST(" + sql + " AS REAL)", to.toString());
            case TIME -> padded(trimmed, 8, 15, "");
            case TIMESTAMP -> padded("replace(" + trimmed + ", ' ', 'T')", 19, 26, "");
            case TIMESTAMPTZ ->
                padded("replace(rtrim(replace(" + trimmed + ", '+00', ''), 'Zz'), ' ', 'T')", 19, 26, " || 'Z'");
            default -> null;
        };
    }

    private static String bool(String sql) {
        String word = "lower(trim(" + sql + "))";
        String yes = word + " IN ('t', 'true', 'y', 'yes', 'on', '1')";
        String no = word + " IN ('f', 'false', 'n', 'no', 'off', '0')";
        return ColumnConversion.checked(sql, yes + " OR " + no, yes, "boolean");
    }

    private static String whole(SimpleType to, String sql) {
        String number = "CAST(" + sql + " AS NUMERIC)";
        return ColumnConversion.checked(
                sql,
                number(sql, " AND json_type(trim(" + sql + ")) = 'integer'") + " AND "
                        + NumberConversion.inRange(to, number),
                "CAST(" + sql + " AS INTEGER)",
                to.toString());
    }

    private static String decimal(DecimalType decimal, String sql) {
        String rounded = new SqliteDecimal(decimal).conversion("CAST(" + sql + " AS NUMERIC)");
        return ColumnConversion.checked(
                sql,
                number(sql, "") + " AND abs(" + rounded + ") < 1e" + (decimal.precision() - decimal.scale()),
                rounded,
                decimal.toString());
    }

    /** JSON's grammar of numbers is SQL's but for odd forms, and those are better refused than read as 0. */
    private static String number(String sql, String more) {
        String text = "trim(" + sql + ")";
        return "json_valid(" + text + ") AND json_type(" + text + ") IN ('integer', 'real')" + more;
    }

    /** Fills up to six digits of a second; the type's check refuses what was no time. */
    private static String padded(String sql, int seconds, int length, String suffix) {
        String date = length == 26 ? " WHEN 10 THEN " + sql + " || 'T00:00:00.000000'" : "";
        return "CASE length(" + sql + ")" + date + " WHEN " + seconds + " THEN " + sql + " || '.000000' ELSE substr("
                + sql + " || '000000', 1, " + length + ") END" + suffix;
    }
}
