package io.godwit.dialect.sqlite;

import io.godwit.failure.Unsupported;
import io.godwit.failure.UnsupportedByDialectException;
import io.godwit.schema.ColumnType;
import io.godwit.schema.DecimalType;
import io.godwit.schema.EnumType;
import io.godwit.schema.Name;
import io.godwit.schema.NativeType;
import io.godwit.schema.SimpleType;
import io.godwit.schema.VarcharType;
import java.util.Set;

/**
 * The values of a column when its type changes and the author gave no expression: the conversions that PostgreSQL makes by itself,
 * from the form in which the old type is kept to that of the new one.
 */
final class ColumnConversion {

    private static final Set<ColumnType> WHOLE = Set.of(SimpleType.SMALLINT, SimpleType.INTEGER, SimpleType.BIGINT);
    private static final Set<ColumnType> FLOATING = Set.of(SimpleType.REAL, SimpleType.DOUBLE);

    private final Name column;
    private final ColumnType from;
    private final ColumnType to;
    private final String sql;

    /** @param sql the old value */
    ColumnConversion(Name column, ColumnType from, ColumnType to, String sql) {
        this.column = column;
        this.from = SqliteNative.meaning(from);
        this.to = SqliteNative.meaning(to);
        this.sql = sql;
    }

    /** The new value. */
    String sql() {
        if (from.equals(to) || from instanceof NativeType || to instanceof NativeType) {
            return sql;
        }
        if (isText(to)) {
            return text();
        }
        if (isNumber(from) && isNumber(to)) {
            return number();
        }
        return time();
    }

    private String text() {
        if (isText(from) || from == SimpleType.UUID || from == SimpleType.DATE) {
            return sql;
        }
        if (from == SimpleType.BOOLEAN) {
            return "CASE " + sql + " WHEN 1 THEN 'true' WHEN 0 THEN 'false' END";
        }
        if (WHOLE.contains(from)) {
            return "CAST(" + sql + " AS TEXT)";
        }
        if (from instanceof DecimalType decimal) {
            return SqliteDecimal.isExact(decimal)
                    ? sql
                    : "CASE WHEN " + sql + " IS NOT NULL THEN printf('%." + decimal.scale() + "f', " + sql + ") END";
        }
        throw refused();
    }

    private String number() {
        if (from instanceof DecimalType exact && SqliteDecimal.isExact(exact)) {
            return fromExact(exact);
        }
        if (WHOLE.contains(to)) {
            return WHOLE.contains(from) ? sql : "CAST(round(" + sql + ") AS INTEGER)";
        }
        if (to instanceof DecimalType decimal) {
            boolean exact = WHOLE.contains(from) && decimal.scale() == 0 && SqliteDecimal.isExact(decimal);
            return exact ? "CAST(" + sql + " AS TEXT)" : new SqliteDecimal(decimal).conversion(sql);
        }
        return "CAST(" + sql + " AS REAL)";
    }

    /** More digits after the point are zeros; anything else would have to go through a double. */
    private String fromExact(DecimalType exact) {
        if (to instanceof DecimalType wider && SqliteDecimal.isExact(wider) && wider.scale() >= exact.scale()) {
            String point = exact.scale() == 0 && wider.scale() > 0 ? "." : "";
            return sql + " || '" + point + "0".repeat(wider.scale() - exact.scale()) + "'";
        }
        throw refused();
    }

    private String time() {
        if (to == SimpleType.TIMESTAMPTZ && from == SimpleType.TIMESTAMP) {
            return sql + " || 'Z'";
        }
        if (to == SimpleType.TIMESTAMP && from == SimpleType.TIMESTAMPTZ) {
            return "substr(" + sql + ", 1, 26)";
        }
        if (from == SimpleType.DATE && (to == SimpleType.TIMESTAMP || to == SimpleType.TIMESTAMPTZ)) {
            return sql + " || 'T00:00:00.000000" + (to == SimpleType.TIMESTAMPTZ ? "Z'" : "'");
        }
        boolean moment = from == SimpleType.TIMESTAMP || from == SimpleType.TIMESTAMPTZ;
        if (moment && to == SimpleType.DATE) {
            return "substr(" + sql + ", 1, 10)";
        }
        if (moment && to == SimpleType.TIME) {
            return "substr(" + sql + ", 12, 15)";
        }
        throw refused();
    }

    private static boolean isText(ColumnType type) {
        return type == SimpleType.TEXT || type instanceof VarcharType || type instanceof EnumType;
    }

    private static boolean isNumber(ColumnType type) {
        return WHOLE.contains(type) || FLOATING.contains(type) || type instanceof DecimalType;
    }

    private UnsupportedByDialectException refused() {
        return new UnsupportedByDialectException(new Unsupported(
                SqliteDialect.ENGINE,
                "changing the type of " + column + " from " + from + " to " + to,
                "there is no conversion that every engine makes by itself",
                "say with \"using\" how the new value is made of the old one"));
    }
}
