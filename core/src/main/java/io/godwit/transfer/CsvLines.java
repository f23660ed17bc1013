package io.godwit.transfer;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import io.godwit.schema.Column;
import io.godwit.schema.ColumnType;
import io.godwit.schema.DecimalType;
import io.godwit.schema.SimpleType;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes rows as CSV by RFC 4180, with a header. For one thread. */
final class CsvLines implements RowText {

    private static final Set<SimpleType> NUMBERS =
            Set.of(SimpleType.SMALLINT, SimpleType.INTEGER, SimpleType.BIGINT, SimpleType.REAL, SimpleType.DOUBLE);
    private static final Pattern NUMBER = Pattern.compile("-?[0-9.]+(?:[eE][+-]?[0-9]+)?");
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final OutputStream out;
    private final RowSum digest;
    private final List<Column> columns;
    private final List<ValueEncoding> encodings;
    private final boolean guarded;
    private final StringWriter line = new StringWriter();
    private final CsvWriter csv;
    private final CellText cells = new CellText();
    private final @Nullable String[] row;
    private long rows;

    /**
     * Lines without a header yet.
     *
     * @param digest takes each row by itself
     * @param guarded whether a spreadsheet must not calculate with what is written; its byte order mark tells it how to read
     */
    CsvLines(
            OutputStream out,
            RowSum digest,
            List<Column> columns,
            Function<ColumnType, ValueEncoding> encoding,
            boolean guarded)
            throws IOException {
        this.out = out;
        this.digest = digest;
        this.columns = List.copyOf(columns);
        this.encodings =
                columns.stream().map(column -> encoding.apply(column.type())).toList();
        this.guarded = guarded;
        this.row = new String[columns.size()];
        this.csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .quoteStrategy(QuoteStrategies.EMPTY)
                .bufferSize(0)
                .build(line);
    }

    /** Writes what stands before all rows. */
    void header() throws IOException {
        if (guarded) {
            out.write(MARK);
        }
        csv.writeRecord(columns.stream()
                .map(column -> guarded(column.name().text(), false))
                .toList());
        out.write(text());
    }

    @Override
    public void write(ResultSet result) throws SQLException {
        try {
            for (int index = 0; index < row.length; index++) {
                encodings.get(index).write(cells, result, index + 1);
                String cell = cells.take();
                row[index] = cell == null
                        ? null
                        : guarded(cell, isNumber(columns.get(index).type()));
            }
            csv.writeRecord(row);
            byte[] text = text();
            out.write(text);
            digest.add(text);
            rows++;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] text() {
        byte[] text = line.toString().getBytes(StandardCharsets.UTF_8);
        line.getBuffer().setLength(0);
        return text;
    }

    private static boolean isNumber(ColumnType type) {
        return type instanceof DecimalType || (type instanceof SimpleType simple && NUMBERS.contains(simple));
    }

    /** OWASP's rule for CSV: nothing begins as a formula does. */
    private String guarded(String cell, boolean number) {
        boolean dangerous = guarded && !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0;
        return dangerous && !(number && NUMBER.matcher(cell).matches()) ? "'" + cell : cell;
    }

    @Override
    public long rows() {
        return rows;
    }

    @Override
    public void close() throws IOException {
        out.flush();
    }
}
