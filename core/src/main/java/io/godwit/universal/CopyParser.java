package io.godwit.universal;

import io.godwit.operation.Operation;
import io.godwit.schema.Column;
import io.godwit.schema.Name;
import io.godwit.schema.Position;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the rows of COPY … FROM stdin, as a dump writes them, and inserts them. Stateless. */
final class CopyParser {

    private static final int ROWS_AT_ONCE = 200;

    private final Source source;
    private final Reading.Surroundings around;

    CopyParser(Source source, Reading.Surroundings around) {
        this.source = source;
        this.around = around;
    }

    /** Whether the text is a COPY with its rows. */
    static boolean isCopy(Source source) {
        return source.text().regionMatches(true, 0, "copy", 0, 4)
                && source.text().indexOf('\n') > 0;
    }

    List<Operation> operations() {
        int lineEnd = source.text().indexOf('\n');
        String head = source.text().substring(0, lineEnd).strip();
        Reading reading = new Reading(
                new Source(head.endsWith(";") ? head.substring(0, head.length() - 1) : head, source.position()),
                around);
        TokenReader tokens = reading.tokens();
        tokens.expect("copy");
        TableName table = reading.tableName();
        List<Name> columns = tokens.isSymbol("(") ? tokens.bracketedNames() : columnsOf(reading, table);
        tokens.expect("from");
        tokens.expect("stdin");
        CopyFormat format = CopyFormat.of(reading);
        tokens.acceptSymbol(";");
        tokens.expectEnd();
        List<String> rows = source.text().substring(lineEnd + 1).lines().toList();
        List<Operation> operations = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += ROWS_AT_ONCE) {
            int to = Math.min(rows.size(), from + ROWS_AT_ONCE);
            operations.add(insert(table, columns, rows.subList(from, to), lineEnd, format));
        }
        return operations;
    }

    private static List<Name> columnsOf(Reading reading, TableName table) {
        return reading
                .schema()
                .table(table)
                .map(Table::columns)
                .orElseThrow(() -> reading.unsupported(
                        0, "COPY " + table, "the columns of that table are not known here", "COPY with its columns"))
                .stream()
                .map(Column::name)
                .toList();
    }

    private Operation insert(TableName table, List<Name> columns, List<String> rows, int lineEnd, CopyFormat format) {
        String values = rows.stream()
                .map(row -> row(row, columns.size(), lineEnd, format))
                .collect(Collectors.joining(",\n"));
        String text = "INSERT INTO " + QuotedName.of(table) + " "
                + columns.stream().map(QuotedName::of).collect(Collectors.joining(", ", "(", ")"))
                + " VALUES\n" + values;
        Position position = source.position();
        return Reading.statement(new Source(text, position));
    }

    private String row(String line, int width, int lineEnd, CopyFormat format) {
        String[] fields = line.split(Pattern.quote(format.delimiter()), -1);
        if (fields.length != width) {
            throw source.invalid(
                    lineEnd, "a row of this COPY has " + fields.length + " values for " + width + " columns: " + line);
        }
        List<String> values = new ArrayList<>();
        for (String field : fields) {
            values.add(
                    field.equals(format.nothing())
                            ? "NULL"
                            : "'" + unescaped(field).replace("'", "''") + "'");
        }
        return values.stream().collect(Collectors.joining(", ", "(", ")"));
    }

    private String unescaped(String field) {
        if (field.indexOf('\\') < 0) {
            return field;
        }
        StringBuilder meaning = new StringBuilder();
        for (int at = 0; at < field.length(); at++) {
            char character = field.charAt(at);
            if (character != '\\' || at + 1 == field.length()) {
                meaning.append(character);
                continue;
            }
            char escaped = field.charAt(++at);
            switch (escaped) {
                case 'b' -> meaning.append('\b');
                case 'f' -> meaning.append('\f');
                case 'n' -> meaning.append('\n');
                case 'r' -> meaning.append('\r');
                case 't' -> meaning.append('\t');
                case 'v' -> meaning.append('\u000b');
                case 'x', '0', '1', '2', '3', '4', '5', '6', '7' ->
                    throw source.invalid(0, "a row of this COPY names a byte by its number: " + field);
                default -> meaning.append(escaped);
            }
        }
        return meaning.toString();
    }
}
