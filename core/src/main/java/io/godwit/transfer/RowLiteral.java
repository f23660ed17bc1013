package io.godwit.transfer;

import com.fasterxml.jackson.core.JsonGenerator;
import io.godwit.dialect.BulkLoader;
import io.godwit.dialect.JsonText;
import io.godwit.schema.ColumnType;
import io.godwit.schema.DecimalType;
import io.godwit.schema.Literal;
import io.godwit.schema.SimpleType;
import io.godwit.schema.VarcharType;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A value of a result as a document would have it, the same on every engine: numbers with all their digits, times in one form, bytes as
 * Base64. Stateless and thread-safe.
 */
public final class RowLiteral {

    private RowLiteral() {}

    /**
     * One value.
     *
     * @param row stands on the row; the column is read as {@link BulkLoader#exact} has it
     * @param index from 1
     * @param type of the column; null if it is not known, so that the driver's word for it must do
     */
    public static Literal of(ResultSet row, int index, @Nullable ColumnType type, BulkLoader loader)
            throws SQLException {
        if (type == null) {
            return unknown(row, index);
        }
        if (isText(type)) {
            return ofText(row.getString(index), type);
        }
        if (type == SimpleType.JSON) {
            String json = row.getString(index);
            return json == null ? Literal.NULL : Literal.ofJson(json);
        }
        if (type instanceof DecimalType || SimpleType.isWhole(type)) {
            return number(loader.text(row, index, type));
        }
        return encoded(row, index, type, loader);
    }

    private static boolean isMoment(ColumnType type) {
        return type == SimpleType.DATE
                || type == SimpleType.TIME
                || type == SimpleType.TIMESTAMP
                || type == SimpleType.TIMESTAMPTZ;
    }

    /** Whether the driver's text is the value, or says it at least. */
    static boolean isText(ColumnType type) {
        return type == SimpleType.TEXT || type == SimpleType.UUID || type instanceof VarcharType || isMoment(type);
    }

    /** A value of a type that {@link #isText}. */
    static Literal ofText(@Nullable String text, ColumnType type) {
        return text == null || !isMoment(type) ? text(text) : Literal.of(ValueEncodings.time(text, (SimpleType) type));
    }

    private static Literal text(@Nullable String text) {
        return text == null ? Literal.NULL : Literal.of(text);
    }

    /** NaN and infinities are texts. */
    private static Literal number(@Nullable String text) {
        if (text == null) {
            return Literal.NULL;
        }
        boolean digits = !text.isEmpty() && Character.isDigit(text.charAt(text.length() - 1));
        return digits ? new Literal(Literal.Kind.NUMBER, text) : Literal.of(text);
    }

    private static Literal encoded(ResultSet row, int index, ColumnType type, BulkLoader loader) throws SQLException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = RowJson.FACTORY.createGenerator(text)) {
            json.writeStartArray();
            ValueEncoding.of(type, loader).write(json, row, index);
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new JsonText(text.toString()).elements().get(0);
    }

    private static Literal unknown(ResultSet row, int index) throws SQLException {
        return switch (row.getMetaData().getColumnType(index)) {
            case Types.TINYINT,
                    Types.SMALLINT,
                    Types.INTEGER,
                    Types.BIGINT,
                    Types.DECIMAL,
                    Types.NUMERIC,
                    Types.REAL,
                    Types.FLOAT,
                    Types.DOUBLE -> number(row.getString(index));
            case Types.BOOLEAN, Types.BIT -> {
                boolean truth = row.getBoolean(index);
                yield row.wasNull() ? Literal.NULL : Literal.of(truth);
            }
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> {
                byte[] bytes = row.getBytes(index);
                yield bytes == null
                        ? Literal.NULL
                        : Literal.of(Base64.getEncoder().encodeToString(bytes));
            }
            default -> text(row.getString(index));
        };
    }
}
