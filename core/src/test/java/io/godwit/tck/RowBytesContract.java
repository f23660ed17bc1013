package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.schema.CharType;
import io.godwit.schema.Column;
import io.godwit.schema.SimpleType;
import io.godwit.schema.TimeType;
import io.godwit.tck.harness.RowsBothWays;
import io.godwit.tck.harness.WrittenRows;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rows that the engine gives as bytes are written byte for byte as those that are read value by value. */
public interface RowBytesContract extends DialectContract {

    /** Each piece by itself is a text too. */
    List<String> PIECES = List.of(
            "",
            "\u0001",
            "\b\f\u000b\u001b",
            "\u001e",
            "\u001f",
            "=",
            "\t",
            "\n",
            "\r",
            "\r\n",
            "\"",
            "'",
            "\\",
            "\\N",
            "\\.",
            "/",
            ",",
            "#",
            " ",
            "\u007f",
            "ä",
            "€",
            "\ud7ff\ue000\ufeff\uffff",
            "\u2028\u2029",
            "😀",
            "\udbff\udfff",
            "{\"base64\": 1}",
            "null",
            "Zürich");

    /** A table {@code kept} of every type whose values stand in bytes. */
    default void everyType() {
        apply(createTable(
                "kept",
                key("id"),
                column("truth", bool()),
                column("small", smallint()),
                column("whole", integer()),
                column("large", bigint()),
                column("amount", decimal(30, 4)),
                column("count", decimal(10, 0)),
                column("single", real()),
                column("ratio", doublePrecision()),
                column("words", text()),
                column("name", varchar(200)),
                column("code", new CharType(6)),
                column("kind", enumOf("a", "b c", "it's, \"x\"")),
                column("data", bytes()),
                column("who", uuid()),
                column("day", date()),
                column("hour", time()),
                column("moment", timestamp()),
                column("coarse", new TimeType(SimpleType.TIMESTAMP, 3)),
                column("instant", timestamptz()),
                Column.of("always", text()).notNull()));
    }

    /** A row of the table, of what its types can hold. */
    static @Nullable Object[] row(Random random, int id) {
        @Nullable
        Object[] row = {
            Integer.toString(id),
            random.nextBoolean(),
            Integer.toString((short) random.nextInt()),
            Integer.toString(random.nextInt() >> random.nextInt(32)),
            Long.toString(random.nextLong() >> random.nextInt(64)),
            random.nextLong() + "." + (1000 + random.nextInt(9000)),
            Integer.toString(random.nextInt(2000) - 1000),
            Float.toString((random.nextInt(2_000_001) - 1_000_000) / 8f),
            Double.toString(random.nextGaussian() * Math.pow(10, random.nextInt(60) - 30)),
            words(random, 12),
            words(random, 6),
            random.nextBoolean() ? "é#" : "#b",
            List.of("a", "b c", "it's, \"x\"").get(random.nextInt(3)),
            words(random, 40).getBytes(StandardCharsets.UTF_16LE),
            "123e4567-e89b-12d3-a456-42661417400" + random.nextInt(10),
            day(random),
            hour(random) + micros(random),
            day(random) + "T" + hour(random) + micros(random),
            day(random) + "T" + hour(random) + micros(random).substring(0, 4) + "000",
            day(random) + "T" + hour(random) + micros(random) + "Z",
            words(random, 3)
        };
        for (int column = 1; column < row.length - 1; column++) {
            row[column] = random.nextInt(6) == 0 ? null : row[column];
        }
        return row;
    }

    private static String words(Random random, int most) {
        StringBuilder words = new StringBuilder();
        for (int left = random.nextInt(most); left > 0; left--) {
            words.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return words.toString();
    }

    private static String day(Random random) {
        return (1900 + random.nextInt(150)) + "-" + two(1 + random.nextInt(12)) + "-" + two(1 + random.nextInt(28));
    }

    private static String hour(Random random) {
        return two(random.nextInt(24)) + ":" + two(random.nextInt(60)) + ":" + two(random.nextInt(60));
    }

    private static String micros(Random random) {
        int micros = random.nextBoolean() ? 0 : random.nextInt(1_000_000);
        return "." + Integer.toString(1_000_000 + micros).substring(1);
    }

    private static String two(int number) {
        return Integer.toString(100 + number).substring(1);
    }

    @Test
    default void bytesOfRowsAreThoseOfTheirValues() throws SQLException {
        everyType();
        List<@Nullable Object[]> given = new ArrayList<>();
        for (int id = 0; id < 1500; id++) {
            given.add(row(new Random(id), id));
        }
        new WrittenRows(bench(), "kept").write(writer -> {
            for (Object[] row : given) {
                writer.add(row);
            }
            writer.flush();
        });
        RowsBothWays rows = new RowsBothWays(bench(), "kept");
        assertThat(rows.same().lines()).hasSize(1500);
        assertThat(rows.inBytes()).as("rows that were taken in bytes").isGreaterThan(2000);
    }

    /** As the first column too, in which a number sign would begin a comment. */
    @Test
    default void textsOfEveryCharacterAreTheSame() throws SQLException {
        apply(createTable("kept", column("words", text()), column("more", text())));
        List<String> texts = new ArrayList<>(PIECES);
        for (int from = 1; from < 0x3000; from += 64) {
            StringBuilder text = new StringBuilder();
            for (int character = from; character < from + 64; character++) {
                text.append((char) character);
            }
            texts.add(text.toString());
        }
        texts.add("long ä\t\"".repeat(20_000));
        new WrittenRows(bench(), "kept").write(writer -> {
            for (String text : texts) {
                writer.add(new Object[] {text, "#" + text});
                writer.add(new @Nullable Object[] {null, text});
            }
            writer.flush();
        });
        assertThat(new RowsBothWays(bench(), "kept").same().lines()).hasSize(2 * texts.size());
    }

    @Test
    default void columnsWithoutBytesAreReadByValue() throws SQLException {
        apply(createTable("kept", key("id"), column("doc", json()), column("list", arrayOf(integer()))));
        new WrittenRows(bench(), "kept").write(writer -> {
            writer.add(new @Nullable Object[] {"1", "{\"b\": 1, \"a\": [2.50]}", null});
            writer.flush();
        });
        RowsBothWays rows = new RowsBothWays(bench(), "kept");
        assertThat(rows.same().lines()).hasSize(1);
        assertThat(rows.inBytes()).isZero();
    }

    @Test
    default void oneColumnOfNullIsARowToo() throws SQLException {
        apply(createTable("kept", column("words", text())));
        new WrittenRows(bench(), "kept").write(writer -> {
            writer.add(new @Nullable Object[] {null});
            writer.add(new Object[] {""});
            writer.flush();
        });
        assertThat(new RowsBothWays(bench(), "kept").same().lines())
                .containsExactlyInAnyOrder("{\"words\":null}", "{\"words\":\"\"}");
    }
}
