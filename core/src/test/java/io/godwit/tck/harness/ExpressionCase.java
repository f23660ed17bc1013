package io.godwit.tck.harness;

import io.godwit.operation.Row;
import io.godwit.schema.ColumnType;
import io.godwit.schema.Literal;
import io.godwit.schema.Name;
import io.godwit.schema.Value;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An expression over the table of edge values, and PostgreSQL's answer for each of its rows.
 *
 * @param type how the answer is read
 * @param expression universal SQL
 * @param expected the answers of all rows
 * @param mayBeRefused whether an engine may have no form for it
 */
public record ExpressionCase(ColumnType type, String expression, String expected, boolean mayBeRefused) {

    private static final String FILE = "/io/godwit/tck/expressions.txt";
    private static final String ANSWER = " => ";

    private static final List<String> COLUMNS =
            List.of("id", "n", "m", "big", "price", "rate", "d", "name", "code", "flag", "j", "u", "day", "ts", "at");

    /** Ordinary values, negative and empty ones, zeros with wide characters, and nothing at all. */
    public static List<Row> rows() {
        return List.of(
                row(
                        1,
                        7,
                        2,
                        5_000_000_000L,
                        new BigDecimal("10.25"),
                        new BigDecimal("2.6750"),
                        new BigDecimal("2.5"),
                        "Anna",
                        "a%b_c",
                        true,
                        Literal.ofJson(
                                "{\"a\":{\"b\":[1,2.50,\"x\"],\"c\":\"12\"},\"t\":true,\"n\":null,\"s\":\"q\\\"uote\"}"),
                        "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11",
                        "2024-02-29",
                        "2024-01-31T10:11:12.123456",
                        "2024-12-31T23:30:00Z"),
                row(
                        2,
                        -7,
                        3,
                        -1L,
                        new BigDecimal("-0.05"),
                        new BigDecimal("-1.0050"),
                        new BigDecimal("-0.5"),
                        "",
                        " x ",
                        false,
                        Literal.ofJson("{\"a\":{\"b\":[]}}"),
                        "ffffffff-ffff-4fff-8fff-ffffffffffff",
                        "2023-12-31",
                        "2024-03-31T00:00:00",
                        "2000-01-01T00:00:00.000001Z"),
                row(
                        3,
                        0,
                        1,
                        0L,
                        new BigDecimal("0.00"),
                        new BigDecimal("0.0000"),
                        new BigDecimal("0"),
                        "Žluťoučký 😀 kůň",
                        "[x]*?",
                        null,
                        Literal.ofJson("[]"),
                        null,
                        "2024-01-01",
                        "1999-12-31T23:59:59.999999",
                        "2024-02-29T12:00:00.5Z"),
                row(4, null, null, null, null, null, null, null, null, null, null, null, null, null, null));
    }

    private static Row row(@Nullable Object... values) {
        Map<Name, Value> row = new LinkedHashMap<>();
        for (int index = 0; index < values.length; index++) {
            row.put(Name.of(COLUMNS.get(index)), value(values[index]));
        }
        return new Row(row);
    }

    private static Value value(@Nullable Object value) {
        if (value == null) {
            return Literal.NULL;
        } else if (value instanceof Value made) {
            return made;
        } else if (value instanceof Boolean bool) {
            return Literal.of(bool.booleanValue());
        } else if (value instanceof String text) {
            return Literal.of(text);
        }
        return Literal.of(new BigDecimal(value.toString()));
    }

    /** The cases under a heading. */
    public static List<ExpressionCase> section(String heading) {
        List<ExpressionCase> cases = new ArrayList<>();
        boolean inside = false;
        for (String line : lines()) {
            if (line.startsWith("# ")) {
                inside = line.equals("# " + heading);
            } else if (inside && !line.isBlank()) {
                cases.add(parse(line));
            }
        }
        return cases;
    }

    /** {@code type: expression => answers}; a question mark before the type lets engines refuse it. */
    private static ExpressionCase parse(String line) {
        boolean mayBeRefused = line.startsWith("?");
        int colon = line.indexOf(": ");
        int answer = line.lastIndexOf(ANSWER);
        return new ExpressionCase(
                ColumnType.parse(line.substring(mayBeRefused ? 1 : 0, colon)),
                line.substring(colon + 2, answer),
                line.substring(answer + ANSWER.length()),
                mayBeRefused);
    }

    private static List<String> lines() {
        try (InputStream file = ExpressionCase.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(FILE + " is missing");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
