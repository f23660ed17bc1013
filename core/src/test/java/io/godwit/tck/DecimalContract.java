package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.operation.EngineSql;
import io.godwit.operation.Sql;
import io.godwit.operation.SqlScript;
import io.godwit.schema.ColumnType;
import io.godwit.schema.Position;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exact numbers. */
public interface DecimalContract extends DialectContract {

    private void keeps(ColumnType type, String digits, String expected) {
        apply(createTable("sample", key("id"), column("held", type)));
        apply(insert("sample", row("id", 1, "held", number(digits))));
        assertThat(rows("select held from sample", type)).containsExactly(expected);
        assertThat(introspect("sample", "held").type()).isEqualTo(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.00", "1.50", "-1.50", "9999999999.99", "-9999999999.99", "0.01"})
    default void moneyIsKept(String digits) {
        keeps(decimal(12, 2), digits, digits);
    }

    @Test
    default void numberIsFilledUpToItsScale() {
        keeps(decimal(12, 2), "7", "7.00");
    }

    @Test
    default void numberIsRoundedToItsScale() {
        keeps(decimal(12, 2), "1.236", "1.24");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1234567890123456789012345678.0123456789",
                "-9999999999999999999999999999.9999999999",
                "0.0000000001"
            })
    default void hugeNumberIsKeptToTheLastDigit(String digits) {
        keeps(decimal(38, 10), digits, digits);
    }

    @Test
    default void hugeWholeNumberIsKept() {
        keeps(decimal(38, 0), "99999999999999999999999999999999999999", "99999999999999999999999999999999999999");
    }

    @Test
    default void numberInExponentFormIsTheSameNumber() {
        keeps(decimal(12, 2), "1.5E+3", "1500.00");
    }

    @Test
    default void tooLargeANumberIsRefused() {
        apply(createTable("sample", key("id"), column("held", decimal(5, 2))));
        rejected(insert("sample", row("id", 1, "held", number("1000"))));
        assertThat(rows("select id from sample")).isEmpty();
    }

    @Test
    default void equalNumbersAreEqualHoweverTheyAreWritten() {
        apply(createTable("sample", key("id"), column("held", decimal(30, 4)).withUnique(true)));
        apply(insert("sample", row("id", 1, "held", number("1.5"))));
        violated(insert("sample", row("id", 2, "held", number("1.5000"))));
    }

    @Test
    default void stringLiteralInUniversalSqlIsKeptToTheLastDigit() {
        apply(createTable("sample", key("id"), column("held", decimal(30, 9))));
        SqlScript insert = new SqlScript(
                "INSERT INTO sample (id, held) VALUES (1, '12345678901234567890.123456789'), (2, '-1.5')",
                Position.NONE);
        apply(new Sql(new EngineSql(Map.of(EngineSql.UNIVERSAL, insert))));
        assertThat(rows("select held from sample order by id", decimal(30, 9)))
                .containsExactly("12345678901234567890.123456789", "-1.500000000");
    }

    @Test
    default void sumsOfMoneyAreExact() {
        apply(createTable("sample", key("id"), column("held", decimal(12, 2))));
        apply(insert(
                "sample",
                row("id", 1, "held", number("0.10")),
                row("id", 2, "held", number("0.20")),
                row("id", 3, "held", number("0.70"))));
        assertThat(rows("select cast(sum(held) as decimal(12,2)) from sample", decimal(12, 2)))
                .containsExactly("1.00");
    }
}
