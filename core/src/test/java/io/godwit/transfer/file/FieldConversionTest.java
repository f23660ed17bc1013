package io.godwit.transfer.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.godwit.dialect.JsonText;
import io.godwit.schema.ColumnType;
import io.godwit.schema.Literal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values of files in columns: exactly what was written, or refused with what to write. */
class FieldConversionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "smallint; -32768; -32768",
                "integer; 2147483647; 2147483647",
                "bigint; -9223372036854775808; -9223372036854775808",
                "bigint; 1e3; 1000",
                "decimal(5,2); -123.4; -123.40",
                "decimal(38,6); 12345678901234567890123456789012.345678; 12345678901234567890123456789012.345678",
                "decimal(5,2); 1.500; 1.50",
                "real; 0.1; 0.1",
                "double; 1.7976931348623157E308; 1.7976931348623157E308",
                "boolean; T; true",
                "boolean; 0; false",
                "text; ~ a ~; ~ a ~",
                "varchar(2); 😀é; 😀é",
                "char(2); ~ab  ~; ab",
                "enum('a','b'); b; b",
                "uuid; 123E4567-E89B-12D3-A456-426614174000; 123e4567-e89b-12d3-a456-426614174000",
                "date; 2020-02-29; 2020-02-29",
                "time; 23:59; 23:59:00.000000",
                "timestamp; 2020-02-29 23:59:59.5; 2020-02-29T23:59:59.500000",
                "timestamp(0); 2020-02-29 23:59:59.5; 2020-03-01T00:00:00.000000",
                "timestamptz; 2024-03-31T02:30:00+02:00; 2024-03-31T00:30:00.000000Z",
                "json; {\"a\": 1}; {\"a\": 1}",
                "json; a; \"a\"",
                "array(integer); [1, null]; [1,null]",
                "array(text); [\"[x]\"]; [\"[x]\"]",
                "vector(2); [1.5, -2]; [1.5,-2.0]"
            })
    void valueIsWhatWasWritten(String type, String text, String expected) {
        assertThat(String.valueOf(FieldConversion.convert(Literal.of(text), ColumnType.parse(type))))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "smallint; 32768; range",
                "integer; 1.5; digits after the point",
                "bigint; 1e999; range",
                "bigint; ~~; is no number",
                "decimal(5,2); 1.005; keeps 2",
                "decimal(5,2); 1000; before the point",
                "real; 1e39; range",
                "double; 1e-400; range",
                "double; NaN; is no number",
                "boolean; yes; write true or false",
                "varchar(2); abc; holds 2",
                "char(2); abc; holds 2",
                "enum('a','b'); c; none of a, b",
                "uuid; 1-1-1-1-1; is no uuid",
                "date; 31.02.2020; ~'31.02.2020' is no date; write 2020-02-29~",
                "date; 2023-02-29; is no date",
                "time; 24:00; is no time",
                "timestamp; tomorrow; is no timestamp",
                "timestamptz; 12; is no timestamptz",
                "bytes; ~*~; is no bytes",
                "bytes; \\x0; is no bytes",
                "array(integer); {1}; write a list",
                "array(integer); [\"x\"]; is no number",
                "vector(2); [1]; has 1 numbers",
                "vector(1); [\"a\"]; list of numbers"
            })
    void valueThatIsNoneIsRefused(String type, String text, String words) {
        assertThatThrownBy(() -> FieldConversion.convert(Literal.of(text), ColumnType.parse(type)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(words);
    }

    @Test
    void bytesAreBase64OrHexadecimal() {
        for (String text : new String[] {"\\x00ff27", "AP8n"}) {
            assertThat((byte[]) FieldConversion.convert(Literal.of(text), ColumnType.parse("bytes")))
                    .containsExactly(0, 0xff, 0x27);
        }
    }

    @Test
    void listsAreJsonAndNumbersOfJsonAreNoTruthValues() {
        assertThat(FieldConversion.convert(Literal.ofJson("[1]"), ColumnType.parse("array(integer)")))
                .isEqualTo(new JsonText("[1]"));
        assertThat(FieldConversion.convert(Literal.NULL, ColumnType.parse("integer")))
                .isNull();
        assertThatThrownBy(() -> FieldConversion.convert(Literal.of(1), ColumnType.parse("boolean")))
                .hasMessageContaining("write true or false");
        assertThatThrownBy(() -> FieldConversion.convert(Literal.of("a\0"), ColumnType.parse("text")))
                .hasMessageContaining("U+0000");
        assertThatThrownBy(() -> FieldConversion.convert(Literal.of("\ud83d"), ColumnType.parse("text")))
                .hasMessageContaining("surrogate");
    }
}
