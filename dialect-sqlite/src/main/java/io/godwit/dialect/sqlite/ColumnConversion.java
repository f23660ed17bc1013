package io.godwit.dialect.sqlite;

import io.godwit.failure.Unsupported;
import io.godwit.failure.UnsupportedByDialectException;
import io.godwit.schema.CharType;
import io.godwit.schema.ColumnType;
import io.godwit.schema.EnumType;
import io.godwit.schema.Name;
import io.godwit.schema.NativeType;
import io.godwit.schema.SimpleType;
import io.godwit.schema.VarcharType;
import org.jspecify.annotations.Nullable;

/**
 * The values of a column when its type changes and the author gave no expression: PostgreSQL's cast, from the form in which the
 * old type is kept to that of the new one. What is no value of the new type fails, here or by the type's check.
 */
final class ColumnConversion {

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
        String converted;
        if (isText(to)) {
            String text = isText(from) ? sql : TextConversion.write(from, sql);
            converted = to instanceof CharType && text != null ? "rtrim(" + text + ", ' ')" : text;
        } else if (isText(from)) {
            String read = TextConversion.read(to.plain(), sql);
            converted = read == null ? null : RoundedTime.of(read, to);
        } else if (NumberConversion.isNumber(from) && NumberConversion.isNumber(to)) {
            converted = new NumberConversion(from, to, sql).converted();
        } else {
            converted = other();
        }
        if (converted == null) {
            throw new UnsupportedByDialectException(new Unsupported(
                    SqliteDialect.ENGINE,
                    "changing the type of " + column + " from " + from + " to " + to,
                    "there is no conversion that gives PostgreSQL's answer",
                    "say with \"using\" how the new value is made of the old one"));
        }
        return converted;
    }

    /**
     * The value, or an error that says why not: SQLite has no function to raise one, but names a JSON path that is none.
     *
     * @param good a condition of the old value; NULL is always good
     * @param wanted what the value should have been
     */
    static String checked(String old, String good, String value, String wanted) {
        return "CASE WHEN " + old + " IS NULL THEN NULL WHEN " + good + " THEN " + value
                + " ELSE json_extract('{}', 'no value of type " + wanted + ": ' || " + old + ") END";
    }

    private @Nullable String other() {
        if (from == SimpleType.BOOLEAN && to == SimpleType.INTEGER) {
            return sql;
        }
        if (from == SimpleType.INTEGER && to == SimpleType.BOOLEAN) {
            return sql + " <> 0";
        }
        String time = from.plain() instanceof SimpleType old && to.plain() instanceof SimpleType wanted
                ? old == wanted && !from.equals(to) ? sql : time(old, wanted)
                : null;
        return time == null ? null : RoundedTime.of(time, to);
    }

    private @Nullable String time(SimpleType old, SimpleType wanted) {
        boolean moment = old == SimpleType.TIMESTAMP || old == SimpleType.TIMESTAMPTZ;
        return switch (wanted) {
            case TIMESTAMPTZ ->
                moment ? sql + " || 'Z'" : old == SimpleType.DATE ? sql + " || 'T00:00:00.000000Z'" : null;
            case TIMESTAMP ->
                moment ? "substr(" + sql + ", 1, 26)" : old == SimpleType.DATE ? sql + " || 'T00:00:00.000000'" : null;
            case DATE -> moment ? "substr(" + sql + ", 1, 10)" : null;
            case TIME -> moment ? "substr(" + sql + ", 12, 15)" : null;
            default -> null;
        };
    }

    private static boolean isText(ColumnType type) {
        return type == SimpleType.TEXT
                || type instanceof VarcharType
                || type instanceof CharType
                || type instanceof EnumType;
    }
}
