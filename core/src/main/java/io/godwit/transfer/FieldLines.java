package io.godwit.transfer;

import com.fasterxml.jackson.core.JsonGenerator;
import io.godwit.archive.RowFileFormat;
import io.godwit.dialect.BulkLoader;
import io.godwit.dialect.ManyRows;
import io.godwit.dialect.RowFields;
import io.godwit.schema.Column;
import io.godwit.schema.ColumnType;
import io.godwit.schema.DecimalType;
import io.godwit.schema.SimpleType;
import io.godwit.schema.TimeType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows whose values stand in bytes, the same as {@link RowLines} and {@link CsvLines} write them: what is in its form already is
 * copied, and only the rest becomes an object. For one thread.
 */
final class FieldLines implements ManyRows.FieldTaker {

    private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);

    private final OutputStream stream;
    private final LineBuffer out;
    private final List<Column> columns;
    private final BulkLoader loader;
    private final FieldStyle style;
    private final boolean isJson;
    private final Field[] fields;
    private final FieldMoment moment = new FieldMoment();
    private long rows;

    /** How a column's bytes are written. */
    private record Field(FieldKind kind, int scale, SimpleType time, ValueEncoding.OfText encoding) {}

    private FieldLines(OutputStream stream, List<Column> columns, BulkLoader loader, boolean isJson, Field[] fields)
            throws IOException {
        this.stream = stream;
        this.out = new LineBuffer(stream);
        this.columns = columns;
        this.loader = loader;
        this.isJson = isJson;
        this.style = isJson ? new JsonFields(out, columns) : new CsvFields(out);
        this.fields = fields;
    }

    /** Whether there are columns, and bytes say the values of all of them. */
    static boolean take(List<Column> columns) {
        return !columns.isEmpty()
                && columns.stream()
                        .allMatch(column -> FieldKind.of(column.type()).isPresent());
    }

    /**
     * A writer of exact files, without the header.
     *
     * @param stream takes whole rows and parts of rows, and is left open
     * @return null if a column is such that bytes do not say its value
     */
    static @Nullable FieldLines of(OutputStream stream, List<Column> columns, BulkLoader loader, RowFileFormat format)
            throws IOException {
        if (!take(columns)) {
            return null;
        }
        List<Field> fields = new ArrayList<>();
        for (Column column : columns) {
            ColumnType type = column.type();
            FieldKind kind = FieldKind.of(type).orElseThrow();
            int scale = type instanceof DecimalType decimal ? decimal.scale() : 0;
            fields.add(new Field(kind, scale, time(type), encoding(type, loader)));
        }
        boolean json = format == RowFileFormat.JSON_LINES;
        return new FieldLines(stream, columns, loader, json, fields.toArray(Field[]::new));
    }

    private static ValueEncoding.OfText encoding(ColumnType type, BulkLoader loader) {
        return ValueEncoding.of(type, loader) instanceof ValueEncoding.Textual text
                ? text.encoding()
                : JsonGenerator::writeString;
    }

    private static SimpleType time(ColumnType type) {
        if (type instanceof TimeType time) {
            return time.kind();
        }
        return type instanceof SimpleType simple ? simple : SimpleType.TEXT;
    }

    long rows() {
        return rows;
    }

    @Override
    public boolean fields(RowFields row) {
        if (!isUnderstood(row)) {
            return false;
        }
        try {
            for (int column = 0; column < fields.length; column++) {
                style.begin(column);
                if (row.isNull(column)) {
                    style.none();
                } else {
                    write(fields[column], row.bytes(column), row.from(column), row.to(column));
                }
            }
            style.end();
            rows++;
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isUnderstood(RowFields row) {
        for (int column = 0; column < fields.length; column++) {
            boolean fits = row.isNull(column) || FieldText.isText(row.bytes(column), row.from(column), row.to(column));
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private void write(Field field, byte[] bytes, int from, int to) throws IOException {
        switch (field.kind()) {
            case NUMBER -> {
                if (FieldText.isPlain(bytes, from, to, field.scale())) {
                    style.bare(bytes, from, to);
                } else {
                    style.encoded(field.encoding(), text(bytes, from, to));
                }
            }
            case BOOLEAN -> truth(field, bytes, from, to);
            case MOMENT -> {
                if (moment.read(bytes, from, to, field.time())) {
                    style.simple(moment.bytes(), 0, moment.length());
                } else {
                    style.encoded(field.encoding(), text(bytes, from, to));
                }
            }
            case TEXT -> style.text(bytes, from, to);
            case PADDED -> style.text(bytes, from, stripped(bytes, from, to));
            case BYTES -> base64(bytes, from, to);
            case SINGLE, DOUBLE -> style.encoded(field.encoding(), text(bytes, from, to));
        }
    }

    private void truth(Field field, byte[] bytes, int from, int to) throws IOException {
        byte only = to - from == 1 ? bytes[from] : 0;
        if (only == '1' || only == 't') {
            style.bare(TRUE, 0, TRUE.length);
        } else if (only == '0' || only == 'f') {
            style.bare(FALSE, 0, FALSE.length);
        } else {
            style.encoded(field.encoding(), text(bytes, from, to));
        }
    }

    private static int stripped(byte[] bytes, int from, int to) {
        int end = to;
        while (end > from && bytes[end - 1] == ' ') {
            end--;
        }
        return end;
    }

    private void base64(byte[] hex, int from, int to) throws IOException {
        byte[] text = FieldBytes.base64(hex, from, to);
        style.simple(text, 0, text.length);
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    @Override
    public void row(ResultSet row) throws SQLException {
        try {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            try (RowText exact = exact(line)) {
                exact.write(row);
            }
            out.add(line.toByteArray());
            rows++;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RowText exact(OutputStream line) throws IOException {
        return isJson
                ? new RowLines(line, columns, type -> ValueEncoding.of(type, loader))
                : new CsvLines(line, new RowSum(), columns, type -> ValueEncoding.of(type, loader), false);
    }

    /** Gives to the stream what waits. */
    void end() throws IOException {
        out.flush();
        stream.flush();
    }
}
