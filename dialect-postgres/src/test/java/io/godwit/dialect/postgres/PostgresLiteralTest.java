package io.godwit.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.godwit.failure.UnsupportedByDialectException;
import io.godwit.schema.ColumnType;
import io.godwit.schema.Literal;
import io.godwit.schema.NativeType;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresLiteralTest {

    private final PostgresSyntax syntax = new PostgresSyntax();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "text|TEXT|it's|'it''s'",
                "text|TEXT|C:\\new|E'C:\\\\new'",
                "text|NUMBER|1.50|'1.50'",
                "varchar(5)|BOOLEAN|true|'true'",
                "boolean|BOOLEAN|true|TRUE",
                "boolean|NUMBER|0|FALSE",
                "integer|NUMBER|1e3|1000",
                "bigint|TEXT|9007199254740993|9007199254740993",
                "decimal(5,2)|NUMBER|1.50|1.50",
                "decimal(5,2)|TEXT|1.50|1.50",
                "double|TEXT|NaN|'NaN'",
                "json|JSON|{\"a\":1}|'{\"a\":1}'::jsonb",
                "json|TEXT|[1]|'[1]'::jsonb",
                "json|TEXT|plain|'\"plain\"'::jsonb",
                "json|BOOLEAN|true|'true'::jsonb",
                "json|TEXT|a\\b|E'\"a\\\\\\\\b\"'::jsonb",
                "bytes|TEXT|\\x00FF|E'\\\\x00FF'",
                "uuid|TEXT|11111111-2222-3333-4444-555555555555|'11111111-2222-3333-4444-555555555555'",
                "date|TEXT|2024-02-29|'2024-02-29'",
                "timestamptz|TEXT|2024-02-29T12:00:00.123456+02:00|'2024-02-29T12:00:00.123456+02:00'",
                "array(text)|JSON|[\"a\",null,\"it's\"]|ARRAY['a', NULL, 'it''s']::text[]",
                "array(integer)|JSON|[]|ARRAY[]::integer[]",
                "vector(2)|JSON|[1, 2.5]|'[1,2.5]'",
                "enum('a','b')|TEXT|b|'b'",
            })
    void literalsFitTheirColumn(String type, Literal.Kind kind, String text, String expected) {
        assertThat(syntax.literal(new Literal(kind, text), ColumnType.parse(type)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "integer|NUMBER|1.5",
                "integer|NUMBER|1e999999999",
                "integer|BOOLEAN|true",
                "decimal(5,2)|TEXT|NaN",
                "boolean|TEXT|perhaps",
                "bytes|TEXT|00ff",
                "bytes|TEXT|\\x0",
                "uuid|NUMBER|1",
                "date|TEXT|yesterday",
                "date|TEXT|29.02.2024",
                "time|TEXT|12:00:00.1234567",
                "timestamp|TEXT|2024-02-29 12:00:00Z",
                "array(text)|TEXT|{a,b}",
                "array(integer)|JSON|[\"x\"]",
                "enum('a','b')|TEXT|c",
            })
    void whatIsNoValueIsRefused(String type, Literal.Kind kind, String text) {
        assertThatThrownBy(() -> syntax.literal(new Literal(kind, text), ColumnType.parse(type)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        kind == Literal.Kind.JSON ? "'x' is no value of type integer" : "'" + text + "' is");
    }

    @Test
    void theCharacterNulIsRefused() {
        assertThatThrownBy(() -> syntax.text("a\0b")).hasMessageContaining("NUL (U+0000)");
    }

    @Test
    void nativeTypesAreTakenByTheirKey() {
        assertThat(syntax.type(new NativeType(Map.of("postgresql", "tsvector", "universal", "text"))))
                .isEqualTo("tsvector");
        assertThat(syntax.type(new NativeType(Map.of("mysql", "YEAR", "universal", "integer"))))
                .isEqualTo("integer");
        assertThatThrownBy(() -> syntax.type(new NativeType(Map.of("mysql", "YEAR"))))
                .isInstanceOf(UnsupportedByDialectException.class)
                .hasMessageContaining("it names no type for this engine");
    }
}
