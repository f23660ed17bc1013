package io.godwit.tck.harness;

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
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads one value as a text that says the same of the same value on every engine. */
final class ValueReader implements ColumnTypeVisitor<String> {

    private static final String NULL = "NULL";

    private final ResultSet result;
    private final int column;

    ValueReader(ResultSet result, int column) {
        this.result = result;
        this.column = column;
    }

    @Override
    public String visit(SimpleType type) {
        String text = string();
        if (text == null) {
            return NULL;
        }
        return switch (type) {
            case BOOLEAN -> text.equals("1") || text.equals("t") || text.equals("true") ? "true" : "false";
            case SMALLINT, INTEGER, BIGINT -> new BigDecimal(text).toPlainString();
            case REAL -> Float.toString(Float.parseFloat(text));
            case DOUBLE -> Double.toString(Double.parseDouble(text));
            case BYTES -> bytes();
            case DATE, TEXT -> text;
            case UUID -> uuid(text);
            case TIME -> LocalTime.parse(text).toString();
            case TIMESTAMP ->
                LocalDateTime.parse(moment(text).replace(' ', 'T')).toString();
            case TIMESTAMPTZ -> instant(moment(text)).toString();
            case JSON -> new JsonText(text).canonical();
        };
    }

    @Override
    public String visit(DecimalType type) {
        String text = string();
        return text == null ? NULL : new BigDecimal(text).setScale(type.scale()).toPlainString();
    }

    @Override
    public String visit(VarcharType type) {
        return orNull(string());
    }

    /** PostgreSQL shows the blanks that it pads with. */
    @Override
    public String visit(CharType type) {
        String text = string();
        return text == null ? NULL : CharType.stripped(text);
    }

    @Override
    public String visit(TimeType type) {
        return visit(type.kind());
    }

    @Override
    public String visit(EnumType type) {
        return orNull(string());
    }

    @Override
    public String visit(NativeType type) {
        return orNull(string());
    }

    @Override
    public String visit(VectorType type) {
        return array();
    }

    @Override
    public String visit(ArrayType type) {
        return array();
    }

    /** An SQL array or a JSON text. */
    private String array() {
        try {
            String vector = vector();
            if (vector != null) {
                return vector;
            }
            Array array = result.getObject(column) instanceof Array held ? held : null;
            return array == null ? json() : Arrays.deepToString((Object[]) array.getArray());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The numbers of a vector type as the engine sends them: single precision, the least byte first; null for another form. */
    private @Nullable String vector() throws SQLException {
        byte[] bytes = isBinary() ? result.getBytes(column) : null;
        if (bytes == null) {
            return null;
        }
        ByteBuffer numbers = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        List<String> texts = new ArrayList<>();
        while (numbers.hasRemaining()) {
            texts.add(new BigDecimal(Float.toString(numbers.getFloat()))
                    .stripTrailingZeros()
                    .toPlainString());
        }
        return texts.toString();
    }

    /** A driver may not know the type at all. */
    private boolean isBinary() {
        try {
            return result.getObject(column) instanceof byte[];
        } catch (SQLException e) {
            return true;
        }
    }

    private String json() {
        String text = string();
        return text == null ? NULL : new JsonText(text).list().toString();
    }

    /** A type of SQL Server's own shows its values in upper case, however they were written. */
    private String uuid(String text) {
        try {
            boolean own = "uniqueidentifier".equals(result.getMetaData().getColumnTypeName(column));
            return own ? text.toLowerCase(Locale.ROOT) : text;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * {@code 2024-02-29 12:00:00.5+00}, {@code 2024-02-29 12:00:00.500000 +00:00}, {@code 2024-02-29T12:00:00.500000Z}, or in UTC
     * where the engine keeps no zone.
     */
    private static Instant instant(String text) {
        String iso = text.replaceFirst(" ", "T").replace(" ", "");
        DateTimeFormatter format = new DateTimeFormatterBuilder()
                .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
                .appendPattern("[XXX][X]")
                .parseDefaulting(ChronoField.OFFSET_SECONDS, 0)
                .toFormatter(Locale.ROOT);
        return OffsetDateTime.parse(iso, format)
                .withOffsetSameInstant(ZoneOffset.UTC)
                .toInstant();
    }

    /** mariadb-java-client 3.5 writes the digits of a DATETIME(3) wrongly in its text: .2000 for .002. */
    private String moment(String text) {
        try {
            boolean own = "DATETIME".equals(result.getMetaData().getColumnTypeName(column));
            return own ? String.valueOf(result.getObject(column, LocalDateTime.class)) : text;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String bytes() {
        try {
            return HexFormat.of().formatHex(result.getBytes(column));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private @Nullable String string() {
        try {
            return result.getString(column);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String orNull(@Nullable String text) {
        return text == null ? NULL : text;
    }
}
