package io.godwit.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.godwit.schema.ColumnType;
import io.godwit.schema.Literal;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqliteLiteralTest {

    private final SqliteSyntax syntax = new SqliteSyntax();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "uuid | 6F1C1F64-3F3C-4B0E-8F0A-2B8F3F7D9C11 | '6f1c1f64-3f3c-4b0e-8f0a-2b8f3f7d9c11'",
                "boolean | true | 1",
                "boolean | 0 | 0",
                "integer | 42 | 42",
                "bigint | -9223372036854775808 | -9223372036854775808",
                "integer | 1e3 | 1000",
                "double | 1.5 | 1.5",
                "double | -Infinity | -9e999",
                "decimal(10,2) | 1.005 | 1.01",
                "decimal(10,2) | -1.005 | -1.01",
                "decimal(10,2) | 7 | 7.00",
                "decimal(30,3) | 123456789012345678901234567.8905 | '123456789012345678901234567.891'",
                "varchar(5) | it's | 'it''s'",
                "bytes | \\x00fF | x'00ff'",
                "bytes | \\x | x''",
                "json | plain | '\"plain\"'",
                "json | {\"a\":1} | '{\"a\":1}'",
                "json | [oops | '\"[oops\"'",
                "array(integer) | [1,2] | '[1,2]'",
                "vector(2) | [1,2.5] | '[1,2.5]'",
                "date | 2024-02-29 | '2024-02-29'",
                "time | 10:00 | '10:00:00.000000'",
                "time | 10:00:00.1234567 | '10:00:00.123457'",
                "timestamp | 2024-01-01 | '2024-01-01T00:00:00.000000'",
                "timestamp | 2024-01-01 10:00:00+02:00 | '2024-01-01T10:00:00.000000'",
                "timestamptz | 2024-01-01T00:00:00+02:00 | '2023-12-31T22:00:00.000000Z'",
                "timestamptz | 2024-01-01T00:00:00.5-0330 | '2024-01-01T03:30:00.500000Z'",
                "timestamptz | 2024-01-01T00:00:00Z | '2024-01-01T00:00:00.000000Z'",
                "timestamptz | 2024-01-01 | '2024-01-01T00:00:00.000000Z'",
                "timestamptz | 1969-12-31T23:59:59.999999Z | '1969-12-31T23:59:59.999999Z'",
            })
    void textBecomesTheTypesOwnForm(String type, String text, String sql) {
        assertThat(syntax.literal(Literal.of(text), ColumnType.parse(type))).isEqualTo(sql);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "uuid | nope",
                "boolean | maybe",
                "smallint | 32768",
                "integer | 1.5",
                "bigint | 9223372036854775808",
                "double | NaN",
                "double | 1e400",
                "decimal(4,2) | 100",
                "decimal(4,2) | 99.995",
                "varchar(2) | abc",
                "bytes | abc",
                "bytes | \\x0",
                "array(integer) | {}",
                "vector(2) | [1]",
                "vector(1) | [\"1\"]",
                "date | 2024-02-30",
                "date | 2024-01-01T00:00:00Z",
                "time | 25:00",
                "timestamptz | now",
                "timestamptz | 10000-01-01T00:00:00Z",
            })
    void whatIsNoValueIsRefused(String type, String text) {
        assertThatThrownBy(() -> syntax.literal(Literal.of(text), ColumnType.parse(type)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(text);
    }

    @Test
    void elementsOfAnArrayAreOfItsType() {
        assertThatThrownBy(() -> syntax.literal(Literal.of("[1, 1.5]"), ColumnType.parse("array(integer)")))
                .hasMessageContaining("1.5");
    }

    @Test
    void nulInATextIsWrittenAsBytes() {
        assertThat(syntax.text("a\0'é")).isEqualTo("CAST(x'610027c3a9' AS TEXT)");
    }

    @Test
    void namesCannotBecomeTexts() {
        assertThat(syntax.name(io.godwit.schema.Name.of("a`b\"c"))).isEqualTo("`a``b\"c`");
    }

    @Test
    void literalOfNoKnownTypeIsWrittenAsItIs() {
        assertThat(syntax.literal(Literal.of(true), null)).isEqualTo("1");
        assertThat(syntax.literal(Literal.of(new BigDecimal("1.50")), null)).isEqualTo("1.50");
        assertThat(syntax.literal(Literal.NULL, ColumnType.parse("uuid"))).isEqualTo("NULL");
        assertThat(syntax.literal(Literal.of("x"), SqliteNative.of("CLOB"))).isEqualTo("'x'");
    }
}
