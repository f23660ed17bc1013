package io.godwit.dialect;

import io.godwit.schema.Column;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A value in the words of {@link BulkLoader}, as SQL that most engines take. Stateless. */
final class ScriptedValue {

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
        return WholeNumber.isOne(column.type(), text) ? text : syntax.text(text);
    }
}
