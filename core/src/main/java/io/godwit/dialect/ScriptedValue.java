package io.godwit.dialect;

import io.godwit.schema.Column;
import io.godwit.schema.ColumnType;
import io.godwit.schema.SimpleType;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A value in the words of {@link BulkLoader}, as SQL that most engines take. Stateless. */
final class ScriptedValue {

    /** Any number of so many digits is one that every engine reads as a whole number. */
    private static final int DIGITS = 18;

    private ScriptedValue() {}

    static String of(SqlSyntax syntax, Column column, @Nullable Object value) {
        if (value == null) {
            return "NULL";
        }
        if (value instanceof Boolean truth) {
            return syntax.bool(truth);
        }
        if (value instanceof byte[] bytes) {
            return "X'" + HexFormat.of().formatHex(bytes) + "'";
        }
        String text = value instanceof JsonText list ? list.json() : value.toString();
        return isWhole(column.type()) && isNumber(text) ? text : syntax.text(text);
    }

    private static boolean isWhole(ColumnType type) {
        return type == SimpleType.BIGINT || type == SimpleType.INTEGER || type == SimpleType.SMALLINT;
    }

    private static boolean isNumber(String text) {
        int first = text.startsWith("-") ? 1 : 0;
        int length = text.length();
        for (int at = first; at < length; at++) {
            if (text.charAt(at) < '0' || text.charAt(at) > '9') {
                return false;
            }
        }
        return length > first && length <= DIGITS;
    }
}
