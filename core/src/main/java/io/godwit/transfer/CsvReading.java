package io.godwit.transfer;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.godwit.dialect.JsonText;
import io.godwit.schema.ArrayType;
import io.godwit.schema.Column;
import io.godwit.schema.ColumnType;
import io.godwit.schema.Literal;
import io.godwit.schema.SimpleType;
import io.godwit.schema.VectorType;
import io.godwit.transfer.file.CsvRecord;
import io.godwit.transfer.file.CsvRecords;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads rows that were written as CSV. Immutable. */
final class CsvReading implements RowSource {

    /** A value may be as long as the engine's longest; what is read was written here, and its hash was checked before. */
    private static final int LONGEST = 1 << 30;

    /** PostgreSQL's way to say that the places of an array do not begin with 1, which is no JSON. */
    private static final Pattern PLACED = Pattern.compile("(?s)\\[[-0-9]+:[-0-9]+\\].*");

    private final List<Column> columns;

    /** @param columns those that the rows have, with their types */
    CsvReading(List<Column> columns) {
        this.columns = List.copyOf(columns);
    }

    @Override
    public long read(InputStream in, RowTaker taker) throws IOException, SQLException {
        Reader text = new InputStreamReader(
                in,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
        CsvReader<CsvRecord> reader = CsvReader.builder()
                .skipEmptyLines(false)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST)
                .build(new CsvRecords(), text);
        try {
            return read(reader.iterator(), taker);
        } catch (CsvParseException malformed) {
            throw new IOException("the CSV is not well-formed: " + malformed.getMessage(), malformed);
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    private long read(Iterator<CsvRecord> records, RowTaker taker) throws IOException, SQLException {
        if (!records.hasNext()) {
            throw new IOException("the file is empty, and has not even a header");
        }
        List<String> header = fields(records.next()).stream().map(Literal::text).toList();
        List<String> names =
                columns.stream().map(column -> column.name().text()).toList();
        if (!header.equals(names)) {
            throw new IOException("its header is " + header + ", and its columns are " + names);
        }
        long rows = 0;
        while (records.hasNext()) {
            CsvRecord next = records.next();
            List<Literal> fields = fields(next);
            if (fields.size() != names.size()) {
                throw new IOException(
                        "the row in line " + next.line() + " has " + fields.size() + " of " + names.size() + " values");
            }
            taker.take(row(fields));
            rows++;
        }
        return rows;
    }

    /** A line without anything is a row of one NULL. */
    private static List<Literal> fields(CsvRecord row) {
        return row.fields().isEmpty() ? List.of(Literal.NULL) : row.fields();
    }

    private @Nullable Object[] row(List<Literal> fields) throws IOException {
        @Nullable Object[] values = new Object[fields.size()];
        for (int index = 0; index < values.length; index++) {
            Literal field = fields.get(index);
            values[index] = field.isNull()
                    ? null
                    : value(field.text(), columns.get(index).type());
        }
        return values;
    }

    private static Object value(String text, ColumnType type) throws IOException {
        if (type == SimpleType.BYTES) {
            try {
                return Base64.getDecoder().decode(text);
            } catch (IllegalArgumentException none) {
                throw new IOException("bytes that are not Base64", none);
            }
        }
        if (type == SimpleType.BOOLEAN && (text.equals("true") || text.equals("false"))) {
            return Boolean.valueOf(text);
        }
        boolean list = (type instanceof ArrayType || type instanceof VectorType)
                && text.startsWith("[")
                && !PLACED.matcher(text).matches();
        return list ? new JsonText(text) : text;
    }
}
