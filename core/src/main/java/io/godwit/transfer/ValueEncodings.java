package io.godwit.transfer;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import io.godwit.dialect.CanonicalTime;
import io.godwit.schema.ArrayType;
import io.godwit.schema.CharType;
import io.godwit.schema.ColumnTypeVisitor;
import io.godwit.schema.DecimalType;
import io.godwit.schema.EnumType;
import io.godwit.schema.NativeType;
import io.godwit.schema.SimpleType;
import io.godwit.schema.TimeType;
import io.godwit.schema.VarcharType;
import io.godwit.schema.VectorType;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The encoding of each type: the same value has the same text on every engine. Numbers keep all their digits, times have one form,
 * bytes are Base64, and a document of JSON is a text, for its own {@code null} is not NULL. Stateless and thread-safe.
 */
final class ValueEncodings implements ColumnTypeVisitor<ValueEncoding> {

    private static final ValueEncoding TEXT = ValueEncoding.text(JsonGenerator::writeString);
    private static final ValueEncoding NUMBER = ValueEncoding.text(ValueEncodings::number);
    private static final ValueEncoding BYTES = ValueEncodings::bytes;
    private static final ValueEncoding NUMBERS = ValueEncodings::vector;
    private static final ValueEncoding LIST = ValueEncoding.text(ValueEncodings::list);

    private final boolean respellsLists;
    private final ValueEncoding document;

    /** @param respellsLists whether the engine writes a list of JSON its own way, however it is given */
    ValueEncodings(boolean respellsLists) {
        this(respellsLists, TEXT);
    }

    private ValueEncodings(boolean respellsLists, ValueEncoding document) {
        this.respellsLists = respellsLists;
        this.document = document;
    }

    /** One spelling for each document and list, whatever the engine's is. */
    static ValueEncodings canonical() {
        return new ValueEncodings(
                true, ValueEncoding.text((json, text) -> json.writeString(CanonicalDocument.of(text))));
    }

    @Override
    public ValueEncoding visit(SimpleType type) {
        return switch (type) {
            case BOOLEAN -> ValueEncoding.text(ValueEncodings::bool);
            case SMALLINT, INTEGER, BIGINT -> NUMBER;
            case REAL -> ValueEncoding.text((json, text) -> floating(json, text, true));
            case DOUBLE -> ValueEncoding.text((json, text) -> floating(json, text, false));
            case DATE, TIME, TIMESTAMP, TIMESTAMPTZ ->
                ValueEncoding.text((json, text) -> json.writeString(time(text, type)));
            case BYTES -> BYTES;
            case JSON -> document;
            case TEXT, UUID -> TEXT;
        };
    }

    @Override
    public ValueEncoding visit(DecimalType type) {
        return ValueEncoding.text((json, text) -> decimal(json, text, type.scale()));
    }

    @Override
    public ValueEncoding visit(VarcharType type) {
        return TEXT;
    }

    /** Without the blanks that PostgreSQL pads it with. */
    @Override
    public ValueEncoding visit(CharType type) {
        return ValueEncoding.text((json, text) -> json.writeString(CharType.stripped(text)));
    }

    @Override
    public ValueEncoding visit(TimeType type) {
        return type.kind() == SimpleType.TIME
                ? visit(type.kind())
                : new ValueEncoding.Textual(
                        ValueEncodings::moment, (json, text) -> json.writeString(time(text, type.kind())));
    }

    /** Not as a text, where there is another way: mariadb-java-client 3.5 writes .2000 for the .002 of a DATETIME(3). */
    private static @Nullable String moment(ResultSet row, int column) throws SQLException {
        if (row.getMetaData().getColumnTypeName(column).equals("DATETIME")) {
            LocalDateTime value = row.getObject(column, LocalDateTime.class);
            return value == null ? null : value.toString();
        }
        return row.getString(column);
    }

    @Override
    public ValueEncoding visit(EnumType type) {
        return TEXT;
    }

    /** As the engine writes it; what it has no text for as bytes, which say so. */
    @Override
    public ValueEncoding visit(NativeType type) {
        return (json, row, column) -> {
            if (!isBinary(row, column)) {
                TEXT.write(json, row, column);
            } else if (row.getBytes(column) == null) {
                json.writeNull();
            } else {
                json.writeStartObject();
                json.writeFieldName(RowJson.BYTES);
                bytes(json, row, column);
                json.writeEndObject();
            }
        };
    }

    @Override
    public ValueEncoding visit(VectorType type) {
        return (json, row, column) -> (isBinary(row, column) ? NUMBERS : LIST).write(json, row, column);
    }

    @Override
    public ValueEncoding visit(ArrayType type) {
        ValueEncoding element = type.element().accept(this);
        ValueEncoding list = respellsLists ? LIST : ValueEncoding.text(ValueEncodings::listAsItIs);
        return (json, row, column) -> {
            if (!isArray(row, column)) {
                list.write(json, row, column);
            } else if (row.getString(column).startsWith("[")) {
                // PostgreSQL's way to say that its places do not begin with 1.
                TEXT.write(json, row, column);
            } else {
                elements(json, row.getArray(column), element);
            }
        };
    }

    /** An array of several dimensions has arrays as its elements. */
    private static void elements(JsonGenerator json, Array array, ValueEncoding encoding)
            throws IOException, SQLException {
        json.writeStartArray();
        try (ResultSet elements = array.getResultSet()) {
            while (elements.next()) {
                if (isArray(elements, 2)) {
                    elements(json, elements.getArray(2), encoding);
                } else {
                    encoding.write(json, elements, 2);
                }
            }
        }
        json.writeEndArray();
    }

    private static boolean isArray(ResultSet row, int column) throws SQLException {
        return row.getObject(column) instanceof Array;
    }

    /** A driver may not know the type at all. */
    private static boolean isBinary(ResultSet row, int column) throws SQLException {
        try {
            return row.getObject(column) instanceof byte[];
        } catch (SQLFeatureNotSupportedException unknown) {
            return true;
        }
    }

    /** What is neither, as an engine without booleans may have it, stays the number that it is. */
    private static void bool(JsonGenerator json, String text) throws IOException {
        switch (text) {
            case "1", "t", "true" -> json.writeBoolean(true);
            case "0", "f", "false" -> json.writeBoolean(false);
            default -> number(json, text);
        }
    }

    private static void bytes(JsonGenerator json, ResultSet row, int column) throws IOException, SQLException {
        byte[] bytes = row.getBytes(column);
        if (bytes == null) {
            json.writeNull();
        } else {
            json.writeBinary(bytes);
        }
    }

    /** Single precision, the least byte first: MySQL's manual, "The VECTOR Type". */
    private static void vector(JsonGenerator json, ResultSet row, int column) throws IOException, SQLException {
        byte[] bytes = row.getBytes(column);
        if (bytes == null) {
            json.writeNull();
            return;
        }
        ByteBuffer numbers = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        json.writeStartArray();
        while (numbers.remaining() >= Float.BYTES) {
            floating(json, Float.toString(numbers.getFloat()));
        }
        json.writeEndArray();
    }

    /** Without the spaces that an engine puts in, and with every digit. */
    private static void list(JsonGenerator json, String text) throws IOException {
        try (JsonParser list = RowJson.FACTORY.createParser(text)) {
            while (list.nextToken() != null) {
                json.copyCurrentEventExact(list);
            }
        }
    }

    /** Written otherwise, it is a text. */
    private static void listAsItIs(JsonGenerator json, String text) throws IOException {
        StringWriter list = new StringWriter();
        try (JsonGenerator plain = RowJson.FACTORY.createGenerator(list)) {
            list(plain, text);
        }
        if (list.toString().equals(text)) {
            list(json, text);
        } else {
            json.writeString(text);
        }
    }

    /** With the zeros of its type, which an engine may not keep; more digits than the type has stay. */
    private static void decimal(JsonGenerator json, String text, int scale) throws IOException {
        if (isPlain(text, scale)) {
            json.writeNumber(text);
            return;
        }
        try {
            BigDecimal value = new BigDecimal(text.strip());
            boolean fits = value.scale() <= scale || value.stripTrailingZeros().scale() <= scale;
            json.writeNumber((fits ? value.setScale(scale) : value).toPlainString());
        } catch (NumberFormatException special) {
            json.writeString(text);
        }
    }

    /** NaN, and what else is no number in JSON, is a text. */
    static void number(JsonGenerator json, String text) throws IOException {
        if (isPlain(text, 0)) {
            json.writeNumber(text);
            return;
        }
        try {
            json.writeNumber(new BigDecimal(text.strip()).toPlainString());
        } catch (NumberFormatException special) {
            json.writeString(text);
        }
    }

    /** Whether a number is as it is written already: so many digits behind the point, no zeros before it, no sign but a minus. */
    private static boolean isPlain(String text, int scale) {
        int first = text.startsWith("-") ? 1 : 0;
        int whole = scale == 0 ? text.length() : text.length() - scale - 1;
        if (whole <= first || (text.charAt(first) == '0' && (whole > first + 1 || first == 1))) {
            return false;
        }
        for (int at = first; at < text.length(); at++) {
            char character = text.charAt(at);
            if (at == whole ? character != '.' : character < '0' || character > '9') {
                return false;
            }
        }
        return true;
    }

    /** A text where a number should be, as SQLite may have it, stays the text that it is. */
    private static void floating(JsonGenerator json, String text, boolean single) throws IOException {
        @Nullable String shortest;
        try {
            shortest = single ? Float.toString(Float.parseFloat(text)) : Double.toString(Double.parseDouble(text));
        } catch (NumberFormatException none) {
            shortest = null;
        }
        if (shortest == null) {
            json.writeString(text);
        } else {
            floating(json, shortest);
        }
    }

    private static void floating(JsonGenerator json, String text) throws IOException {
        if (Character.isDigit(text.charAt(text.length() - 1))) {
            json.writeNumber(text);
        } else {
            json.writeString(text);
        }
    }

    /** What is out of the portable range, such as {@code infinity}, keeps the engine's words. */
    static String time(String text, SimpleType type) {
        try {
            return CanonicalTime.canonical(text, type);
        } catch (IllegalArgumentException outOfRange) {
            return text;
        }
    }
}
