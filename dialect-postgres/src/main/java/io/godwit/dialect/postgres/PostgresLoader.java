package io.godwit.dialect.postgres;

import io.godwit.dialect.BulkLoader;
import io.godwit.dialect.JsonText;
import io.godwit.dialect.RowTarget;
import io.godwit.dialect.RowWriter;
import io.godwit.dialect.SqlSyntax;
import io.godwit.schema.ArrayType;
import io.godwit.schema.Column;
import io.godwit.schema.ColumnType;
import io.godwit.schema.Literal;
import io.godwit.schema.NativeType;
import io.godwit.schema.SimpleType;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every value goes back through the input function of its column's type, as a text of no type. Stateless and thread-safe. */
final class PostgresLoader implements BulkLoader {

    /** Through the output function of its type: a cast to text cuts blanks off, and the driver reads money as a number. */
    @Override
    public String exact(Column column, String name) {
        return column.type() instanceof NativeType
                ? "CASE WHEN num_nonnulls(" + name + ") = 1 THEN format('%s', " + name + ") END"
                : name;
    }

    @Override
    public String insert(String table, String columns) {
        return BulkLoader.super.insert(table, columns) + " OVERRIDING SYSTEM VALUE";
    }

    @Override
    public RowWriter writer(RowTarget target) throws SQLException {
        Optional<RowWriter> copy = PostgresRowWriter.open(target);
        return copy.isPresent() ? copy.get() : BulkLoader.super.writer(target);
    }

    @Override
    public void bind(PreparedStatement statement, int index, Column column, @Nullable Object value)
            throws SQLException {
        if (value == null) {
            statement.setNull(index, Types.NULL);
        } else {
            statement.setObject(index, text(column.type(), value), Types.OTHER);
        }
    }

    /** Also as a text of no type, but for what every reader takes for a number. */
    @Override
    public String literal(SqlSyntax syntax, Column column, @Nullable Object value) {
        return value instanceof byte[] || value instanceof JsonText
                ? syntax.text(text(column.type(), value))
                : BulkLoader.super.literal(syntax, column, value);
    }

    /** What the input function of the column's type reads. */
    static String text(ColumnType type, Object value) {
        if (value instanceof byte[] bytes) {
            return "\\x" + HexFormat.of().formatHex(bytes);
        }
        if (value instanceof JsonText list) {
            return type instanceof ArrayType array ? array(list, array.element()) : list.json();
        }
        return value.toString();
    }

    private static String array(JsonText list, ColumnType type) {
        return list.elements().stream()
                .map(element -> element(element, type))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String element(Literal element, ColumnType type) {
        return switch (element.kind()) {
            case NULL -> "NULL";
            case BOOLEAN, NUMBER -> element.text();
            case JSON -> array(new JsonText(element.text()), type);
            case TEXT -> quoted(type == SimpleType.BYTES ? hex(element.text()) : element.text());
        };
    }

    private static String hex(String base64) {
        return "\\x" + HexFormat.of().formatHex(Base64.getDecoder().decode(base64));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
