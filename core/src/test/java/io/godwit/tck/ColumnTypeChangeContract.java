package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.schema.ColumnType;
import io.godwit.schema.Value;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Columns that change their type: every value is kept as what it means, or the change fails and nothing has happened. */
public interface ColumnTypeChangeContract extends DialectContract {

    /** A table {@code sample} with one row that holds the value. */
    private void hold(ColumnType type, Object value) {
        apply(createTable("sample", key("id"), column("held", type)), insert("sample", row("id", 1, "held", value)));
    }

    private void becomes(ColumnType type, String expected) {
        apply(changeType("sample", "held", type));
        assertThat(rows("select held from sample", type)).containsExactly(expected);
        assertThat(introspect("sample", "held").type()).isEqualTo(type);
    }

    @Test
    default void integerWidensToBigint() {
        hold(integer(), 2147483647);
        becomes(bigint(), "2147483647");
        apply(insert("sample", row("id", 2, "held", 9223372036854775807L)));
    }

    @Test
    default void bigintNarrowsToIntegerWhereItFits() {
        hold(bigint(), -2147483648L);
        becomes(integer(), "-2147483648");
    }

    @Test
    default void bigintThatDoesNotFitIsNotNarrowed() {
        hold(bigint(), 2147483648L);
        rejected(changeType("sample", "held", integer()));
        assertThat(rows("select held from sample")).containsExactly("2147483648");
    }

    @Test
    default void varcharWidens() {
        hold(varchar(3), "æøå");
        becomes(varchar(50), "æøå");
        apply(insert("sample", row("id", 2, "held", "longer than three")));
    }

    @Test
    default void varcharNarrowsWhereItFits() {
        hold(varchar(50), "æøå");
        becomes(varchar(3), "æøå");
        rejected(insert("sample", row("id", 2, "held", "four")));
    }

    @Test
    default void textThatDoesNotFitIsNotCut() {
        hold(text(), "longer");
        rejected(changeType("sample", "held", varchar(5)));
        assertThat(rows("select held from sample")).containsExactly("longer");
    }

    @Test
    default void textBecomesANumber() {
        hold(text(), "42");
        becomes(integer(), "42");
    }

    @Test
    default void textThatIsNoNumberDoesNotBecomeOne() {
        hold(text(), "forty-two");
        rejected(changeType("sample", "held", integer()));
        assertThat(rows("select held from sample")).containsExactly("forty-two");
    }

    @Test
    default void numberBecomesText() {
        hold(integer(), -7);
        becomes(text(), "-7");
    }

    @Test
    default void integerBecomesDecimal() {
        hold(integer(), 7);
        becomes(decimal(10, 2), "7.00");
    }

    @Test
    default void decimalIsRoundedToItsNewScale() {
        Value precise = number("1.236");
        hold(decimal(10, 4), precise);
        becomes(decimal(10, 2), "1.24");
    }

    /** More digits than a double has, which SQLite keeps as text. */
    @Test
    default void longDecimalIsRoundedToItsNewScale() {
        String[][] cases = {
            {"1.0050000000", "1.01"},
            {"-1.0050000000", "-1.01"},
            {"0.0049999999", "0.00"},
            {"-0.0049999999", "0.00"},
            {"-0.0050000000", "-0.01"},
            {"9.9950000000", "10.00"},
            {"9999999999.9900000000", "9999999999.99"},
            {"42", "42.00"},
        };
        for (int precision : new int[] {12, 18, 25}) {
            ColumnType type = decimal(precision, 2);
            String table = "kept" + precision;
            apply(createTable(table, key("id"), column("held", decimal(30, 10))));
            for (int i = 0; i < cases.length; i++) {
                apply(insert(table, row("id", i, "held", number(cases[i][0]))));
            }
            apply(changeType(table, "held", type));
            assertThat(rows("select held from " + table + " order by id", type))
                    .as(type.toString())
                    .isEqualTo(Arrays.stream(cases).map(one -> one[1]).toList());
            assertThat(introspect(table, "held").type()).isEqualTo(type);
        }
    }

    @Test
    default void longDecimalBecomesAWholeNumber() {
        hold(decimal(30, 10), number("-7.5000000000"));
        becomes(bigint(), "-8");
        becomes(decimal(20, 0), "-8");
        becomes(integer(), "-8");
    }

    @Test
    default void longDecimalThatDoesNotFitIsNotNarrowed() {
        hold(decimal(30, 10), number("9999999999.9950000000"));
        rejected(changeType("sample", "held", decimal(12, 2)));
        rejected(changeType("sample", "held", integer()));
        becomes(decimal(13, 2), "10000000000.00");
    }

    @Test
    default void textBecomesADate() {
        hold(text(), "2024-02-29");
        becomes(date(), "2024-02-29");
    }

    @Test
    default void dateBecomesATimestamp() {
        hold(date(), "2024-02-29");
        becomes(timestamp(), "2024-02-29T00:00");
    }

    @Test
    default void textBecomesJson() {
        hold(text(), "{\"b\": [1, 2], \"a\": null}");
        becomes(json(), "{\"a\":null,\"b\":[1,2]}");
    }

    @Test
    default void textBecomesUuid() {
        hold(varchar(36), "6f1c1f64-3f3c-4b0e-8f0a-2b8f3f7d9c11");
        becomes(uuid(), "6f1c1f64-3f3c-4b0e-8f0a-2b8f3f7d9c11");
    }

    @Test
    default void newValueComesFromAnExpression() {
        hold(text(), "12 km");
        apply(changeType("sample", "held", integer(), "cast(replace(held, ' km', '') as integer)"));
        assertThat(rows("select held from sample", integer())).containsExactly("12");
    }

    @Test
    default void expressionMayNameOtherColumns() {
        apply(
                createTable("sample", key("id"), column("flag", bool()), column("held", text())),
                insert("sample", row("id", 1, "flag", true, "held", "x"), row("id", 2, "flag", false, "held", "x")));
        apply(changeType("sample", "held", integer(), "case when flag then 1 else 0 end"));
        assertThat(rows("select held from sample order by id")).containsExactly("1", "0");
    }

    @Test
    default void nullStaysNull() {
        apply(createTable("sample", key("id"), column("held", text())), insert("sample", row("id", 1, "held", null)));
        becomes(integer(), "NULL");
    }

    @Test
    default void changedColumnKeepsEverythingElse() {
        apply(
                createTable(
                        "sample",
                        key("id"),
                        column("held", integer())
                                .notNull()
                                .withDefaultValue(value(5))
                                .withUnique(true)
                                .withCheck(expression("held > 0"))),
                createIndex("sample", "held", "id"));
        apply(changeType("sample", "held", bigint()));
        apply(insert("sample", row("id", 1)));
        assertThat(rows("select held from sample")).containsExactly("5");
        violated(insert("sample", row("id", 2)));
        violated(insert("sample", row("id", 2, "held", 0)));
        violated(insert("sample", row("id", 2, "held", null)));
    }

    @Test
    default void keyAndItsForeignKeyWidenTogether() {
        apply(
                createTable("country", column("id", integer()).withPrimaryKey(true)),
                createTable("city", key("id"), column("country_id", integer())),
                addForeignKey("city", foreignKey("country_id", "country", "id")),
                insert("country", row("id", 1)),
                insert("city", row("id", 1, "country_id", 1)));
        apply(changeType("country", "id", bigint()), changeType("city", "country_id", bigint()));
        violated(insert("city", row("id", 2, "country_id", 9)));
        assertThat(rows("select id, country_id from city")).containsExactly("1, 1");
    }
}
