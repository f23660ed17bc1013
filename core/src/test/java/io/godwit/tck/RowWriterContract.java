package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.godwit.dialect.FailureKind;
import io.godwit.dialect.JsonText;
import io.godwit.schema.CharType;
import io.godwit.schema.ReferentialAction;
import io.godwit.schema.SimpleType;
import io.godwit.schema.TimeType;
import io.godwit.tck.harness.ApplyFailedException;
import io.godwit.tck.harness.WrittenRows;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows by the engine's quickest way: each value as it was given, or an error and nothing. */
public interface RowWriterContract extends DialectContract {

    /** More than go the slow way anywhere. */
    int MANY = 1200;

    private WrittenRows rows() {
        return new WrittenRows(bench(), "kept");
    }

    private void everyType() {
        apply(createTable(
                "kept",
                key("id"),
                column("truth", bool()),
                column("small", smallint()),
                column("whole", integer()),
                column("large", bigint()),
                column("amount", decimal(38, 6)),
                column("single", real()),
                column("ratio", doublePrecision()),
                column("words", text()),
                column("name", varchar(60)),
                column("code", new CharType(4)),
                column("kind", enumOf("a", "b c", "it's")),
                column("data", bytes()),
                column("who", uuid()),
                column("day", date()),
                column("hour", time()),
                column("moment", timestamp()),
                column("coarse", new TimeType(SimpleType.TIMESTAMP, 3)),
                column("instant", timestamptz()),
                column("doc", json()),
                column("list", arrayOf(integer())),
                column("texts", arrayOf(text()))));
    }

    /** Rows of every type with what escapes, separates, or looks like NULL in one engine's format or another's. */
    private static List<@Nullable Object[]> hostile() {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        String controls = "\u0001\b\t\n\u000b\f\r\r\n\u001a\u001b\u007f\u0085\u2028\ufeff";
        return List.of(
                new Object[] {
                    null,
                    true,
                    "-32768",
                    "-2147483648",
                    "-9223372036854775808",
                    "-12345678901234567890123456789012.345678",
                    "0.1",
                    "-2.2250738585072014E-308",
                    controls,
                    "\\N",
                    "\\.",
                    "it's",
                    all,
                    "123e4567-e89b-12d3-a456-426614174000",
                    "2024-02-29",
                    "23:59:59.000001",
                    "1999-12-31T23:59:59.500000",
                    "1999-12-31T23:59:59.998000",
                    "2024-03-31T00:30:00.000000Z",
                    "[\"\\\\\\\"\\t\\n\"]",
                    new JsonText("[1,null,-2147483648]"),
                    new JsonText("[\"a,b\",\"{}\",\"\\\"\",\"\\\\\",\"NULL\",\"\",null,\"\\t\\n\"]")
                },
                new Object[] {
                    null,
                    false,
                    "32767",
                    "2147483647",
                    "9223372036854775807",
                    "99999999999999999999999999999999.999999",
                    "-2.5",
                    "1.7976931348623157E308",
                    "",
                    "",
                    "",
                    "a",
                    new byte[0],
                    "00000000-0000-0000-0000-000000000000",
                    "0001-01-01",
                    "00:00:00.000000",
                    "9999-12-31T23:59:59.999999",
                    "0001-01-01T00:00:00.000000",
                    "9999-12-31T23:59:59.999999Z",
                    "null",
                    new JsonText("[]"),
                    new JsonText("[]")
                },
                new Object[] {
                    null,
                    null,
                    "0",
                    "0",
                    "0",
                    "0.000000",
                    "0.0",
                    "0.0",
                    "NULL 'quoted' \"twice\" `ticked` \\ \\\\ \\t ; -- ? :x {d '2024-01-01'} $1 /* */ 😀 \uD83D\uDC68\u200D",
                    "  blanks  ",
                    "é😀\\",
                    "b c",
                    "\\N\t\n".getBytes(StandardCharsets.UTF_8),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    "{}",
                    new JsonText("[0]"),
                    new JsonText("[\"😀\"]")
                },
                new @Nullable Object[22]);
    }

    private static List<@Nullable Object[]> many(List<@Nullable Object[]> rows, int count) {
        List<@Nullable Object[]> many = new ArrayList<>();
        for (int id = 0; id < count; id++) {
            @Nullable Object[] row = rows.get(id % rows.size()).clone();
            row[0] = Integer.toString(id);
            many.add(row);
        }
        return many;
    }

    private static List<String> told(List<@Nullable Object[]> rows) {
        return rows.stream().map(WrittenRows::told).toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {4, MANY})
    default void everyValueIsWrittenAsItIs(int count) throws SQLException {
        everyType();
        List<@Nullable Object[]> given = many(hostile(), count);
        rows().write(writer -> {
            for (Object[] row : given) {
                writer.add(row);
            }
            writer.flush();
        });
        assertThat(rows().read()).isEqualTo(told(given));
    }

    @Test
    default void vectorsAreWrittenWhereTheyAre() throws SQLException {
        try {
            apply(createTable("kept", key("id"), column("vector", vector(3))));
        } catch (ApplyFailedException e) {
            assertThat(e.statement()).contains("vector");
            return;
        }
        List<@Nullable Object[]> given =
                many(List.of(new Object[] {null, new JsonText("[1.5,-2.5,0.25]")}, new Object[] {null, null}), MANY);
        rows().write(writer -> {
            for (Object[] row : given) {
                writer.add(row);
            }
            writer.flush();
        });
        assertThat(rows().read()).isEqualTo(told(given));
    }

    @Test
    default void connectionIsFreeBetweenRows() throws SQLException {
        apply(createTable("kept", key("id"), column("words", text())));
        String words = "words ".repeat(200);
        List<@Nullable Object[]> given = new ArrayList<>();
        rows().write(writer -> {
            for (int id = 0; id < 2 * MANY; id++) {
                Object[] row = {Integer.toString(id), words + id};
                given.add(row);
                writer.add(row);
                if (id % 500 == 0) {
                    assertThat(rows("select count(*) from kept")).hasSize(1);
                }
            }
            writer.flush();
            assertThat(rows("select count(*) from kept")).containsExactly("" + 2 * MANY);
            Object[] last = {"100000", ""};
            given.add(last);
            writer.add(last);
            writer.flush();
        });
        assertThat(rows().read()).isEqualTo(told(given));
    }

    @Test
    default void nothingIsCommittedNorWrittenThatWasNotFlushed() throws SQLException {
        apply(createTable("kept", key("id"), column("words", text())));
        assertThatThrownBy(() -> rows().write(writer -> {
                    for (int id = 0; id < MANY; id++) {
                        writer.add(new Object[] {Integer.toString(id), "x"});
                    }
                    writer.flush();
                    throw new SQLException("the caller's");
                }))
                .hasMessage("the caller's");
        assertThat(rows().read()).isEmpty();
        rows().write(writer -> writer.add(new Object[] {"1", "x"}));
        assertThat(rows().read()).isEmpty();
    }

    /** LOAD DATA would leave the row out with a warning, or change it. */
    @ParameterizedTest
    @ValueSource(strings = {"twice", "unknown", "null", "long", "range", "check", "date"})
    default void rowThatBreaksARuleFailsAndNothingIsLeft(String fault) throws SQLException {
        apply(createTable("land", key("id")));
        apply(insert("land", row("id", 1)));
        apply(createTable(table(
                        "kept",
                        key("id"),
                        column("land", bigint()),
                        column("words", varchar(5)).notNull(),
                        column("small", smallint()),
                        column("day", date()))
                .withForeignKeys(List.of(foreignKey("land", "land", "id", ReferentialAction.CASCADE)))
                .withChecks(List.of(check("small <> 7")))));
        SQLException failure = catchThrowableOfType(
                SQLException.class,
                () -> rows().write(writer -> {
                    for (int id = 0; id < MANY; id++) {
                        writer.add(new Object[] {Integer.toString(id), "1", "a", "3", "2024-02-29"});
                    }
                    writer.add(brokenRow(fault));
                    for (int id = 2 * MANY; id < 3 * MANY; id++) {
                        writer.add(new Object[] {Integer.toString(id), "1", "a", "3", "2024-02-29"});
                    }
                    writer.flush();
                }));
        if (fault.equals("range") && failure == null) {
            // SQLite has one range for all integers.
            assertThat(rows().read()).hasSize(2 * MANY + 1).anyMatch(row -> row.contains("'32768'"));
            return;
        }
        assertThat((Throwable) failure).as(fault).isNotNull();
        if (List.of("twice", "unknown", "null", "check").contains(fault)) {
            assertThat(dialect().failures().classify(failure)).isEqualTo(FailureKind.CONSTRAINT);
        }
        assertThat(rows().read()).isEmpty();
    }

    private static @Nullable Object[] brokenRow(String fault) {
        return switch (fault) {
            case "twice" -> new Object[] {"5", "1", "a", "3", null};
            case "unknown" -> new Object[] {"1201", "2", "a", "3", null};
            case "null" -> new @Nullable Object[] {"1201", "1", null, "3", null};
            case "long" -> new Object[] {"1201", "1", "abcdef", "3", null};
            case "range" -> new Object[] {"1201", "1", "a", "32768", null};
            case "check" -> new Object[] {"1201", "1", "a", "7", null};
            case "date" -> new Object[] {"1201", "1", "a", "3", "2023-02-29"};
            default -> throw new IllegalArgumentException(fault);
        };
    }

    @Test
    default void identitiesTakeWhatTheyAreGiven() throws SQLException {
        apply(createTable("kept", identity("id"), column("words", text())));
        List<@Nullable Object[]> given = new ArrayList<>();
        for (int id = 0; id < MANY; id++) {
            given.add(new Object[] {Integer.toString(1000 + 3 * id), "x"});
        }
        rows().write(writer -> {
            for (Object[] row : given) {
                writer.add(row);
            }
            writer.flush();
        });
        assertThat(rows().read()).isEqualTo(told(given));
    }
}
