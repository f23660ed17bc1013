package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.schema.ReferentialAction;
import io.godwit.tck.harness.ExactTables;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tables that are told, dropped and made again with their rows: nothing is another. */
public interface TableCopyContract extends DialectContract {

    /** Drops the tables, makes them again, and compares. */
    default void comesBack(String... tables) {
        List<String> schema = logicalSchema().lines();
        ExactTables before = ExactTables.of(dialect(), bench().connection(), tables);
        for (int last = tables.length - 1; last >= 0; last--) {
            apply(dropTable(tables[last]));
        }
        assertThat(logicalSchema().lines()).isNotEqualTo(schema);
        bench().expectAPart();
        before.restore();
        assertThat(logicalSchema().lines()).isEqualTo(schema);
        assertThat(ExactTables.of(dialect(), bench().connection(), tables).lines())
                .isEqualTo(before.lines());
    }

    @Test
    default void everyPortableTypeComesBackAsItWas() {
        apply(createTable(
                "kept",
                key("id"),
                column("truth", bool()),
                column("small", smallint()),
                column("whole", bigint()),
                column("amount", decimal(30, 4)),
                column("single", real()),
                column("ratio", doublePrecision()),
                column("words", text()),
                column("name", varchar(60)),
                column("data", bytes()),
                column("who", uuid()),
                column("day", date()),
                column("hour", time()),
                column("moment", timestamp()),
                column("instant", timestamptz()),
                column("doc", json()),
                column("list", arrayOf(integer()))));
        apply(insert(
                "kept",
                row("id", 1),
                row(
                        "id",
                        2,
                        "truth",
                        true,
                        "small",
                        -32768,
                        "whole",
                        Long.MIN_VALUE,
                        "amount",
                        new BigDecimal("12345678901234567890123456.7890"),
                        "single",
                        number("0.1"),
                        "ratio",
                        number("-2.2250738585072014E-308"),
                        "words",
                        "it's \"Zürich\"\n\t😀\\ ? {x} :y",
                        "name",
                        "",
                        "data",
                        "\\x00ff27",
                        "who",
                        "123e4567-e89b-12d3-a456-426614174000",
                        "day",
                        "2024-02-29",
                        "hour",
                        "23:59:59.000001",
                        "moment",
                        "1999-12-31 23:59:59.5",
                        "instant",
                        "2024-03-31 02:30:00+02:00",
                        "doc",
                        jsonValue("{\"a\": [1.10, null, \"x\"]}"),
                        "list",
                        jsonValue("[3,null,-1]")),
                row(
                        "id",
                        3,
                        "truth",
                        false,
                        "small",
                        32767,
                        "whole",
                        Long.MAX_VALUE,
                        "amount",
                        new BigDecimal("0.0000"),
                        "single",
                        number("-2.5"),
                        "ratio",
                        number("1.7976931348623157E308"),
                        "words",
                        "",
                        "name",
                        "null",
                        "data",
                        "\\x",
                        "day",
                        "0001-01-01",
                        "hour",
                        "00:00:00",
                        "moment",
                        "9999-12-31 23:59:59.999999",
                        "list",
                        jsonValue("[]"))));
        comesBack("kept");
    }

    @Test
    default void keysAndLinksComeBackWithTheirRows() {
        apply(createTable(
                "land", key("id"), column("name", varchar(40)).notNull().withUnique(true)));
        apply(createTable(
                "city",
                identity("id").withPrimaryKey(true),
                column("name", varchar(40)).withDefaultValue(io.godwit.schema.Literal.of("it's")),
                column("land", bigint()).withReferences(references("land", "id", ReferentialAction.CASCADE)),
                column("twin", bigint())));
        apply(addForeignKey("city", foreignKey("twin", "city", "id")));
        apply(createIndex("city", "name", "land"));
        apply(insert("land", row("id", 1, "name", "Suomi"), row("id", 2, "name", "Österreich")));
        apply(insert("city", row("name", "Wien", "land", 2), row("name", "Helsinki", "land", 1)));
        apply(update("city", row("twin", 2), "id = 1"), update("city", row("twin", 1), "id = 2"));
        apply(insert("city", row("name", "gone")), delete("city", "name = 'gone'"));
        comesBack("land", "city");
        apply(insert("city", row("name", "next")));
        assertThat(rows("select id from city where name = 'next'")).containsExactly("4");
    }
}
