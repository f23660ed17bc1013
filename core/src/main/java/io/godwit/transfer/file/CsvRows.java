package io.godwit.transfer.file;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.godwit.schema.Literal;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** CSV by RFC 4180 with a header, but for what stands between the fields. An empty field is NULL, a quoted empty one an empty text; empty lines are passed over. */
final class CsvRows implements RowFormat {

    private static final int LONGEST_FIELD = 16 * 1024 * 1024;

    private final char separator;

    CsvRows(char separator) {
        this.separator = separator;
    }

    @Override
    public void read(Reader text, RowTaker taker, RowFaults faults) throws IOException, SQLException {
        CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST_FIELD)
                .build(new CsvRecords(), text);
        long row = 0;
        long line = 1;
        try {
            Iterator<CsvRecord> records = reader.iterator();
            if (!records.hasNext()) {
                throw faults.last(0, 1, "the file is empty; a CSV begins with the names of its fields");
            }
            List<String> header = header(records.next(), faults);
            while (records.hasNext()) {
                CsvRecord next = records.next();
                line = next.line();
                row++;
                if (next.fields().size() == header.size()) {
                    taker.take(new FileRow(row, line, object(header, next), null));
                } else {
                    faults.add(row, line, null, count(next, header));
                }
            }
        } catch (CsvParseException fault) {
            throw faults.last(row + 1, line, words(fault));
        } catch (UncheckedIOException fault) {
            throw fault.getCause();
        }
    }

    private static String words(CsvParseException fault) {
        Throwable cause = fault.getCause() == null ? fault : fault.getCause();
        return "in this row or after it, the CSV is not well-formed: " + cause.getMessage();
    }

    private String count(CsvRecord record, List<String> header) {
        String between = separator == ',' ? "a comma" : "'" + separator + "'";
        return "the row has " + record.fields().size() + " fields, and the header " + header.size() + "; a field with "
                + between + ", a quote or a line end in it stands between quotes";
    }

    private static List<String> header(CsvRecord record, RowFaults faults) throws RowFileException {
        List<String> names = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Literal field : record.fields()) {
            String name = field.isNull() ? "" : field.text().strip();
            if (name.isEmpty()) {
                throw faults.last(0, record.line(), "field " + (names.size() + 1) + " of the header has no name");
            }
            if (!seen.add(name)) {
                throw faults.last(0, record.line(), "the name '" + name + "' is twice in the header");
            }
            names.add(name);
        }
        return names;
    }

    private static RowObject object(List<String> header, CsvRecord record) {
        RowObject object = new RowObject();
        for (int i = 0; i < header.size(); i++) {
            object.put(header.get(i), record.fields().get(i));
        }
        return object;
    }
}
