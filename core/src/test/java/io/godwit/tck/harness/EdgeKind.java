package io.godwit.tck.harness;

import java.util.Arrays;
import java.util.List;

/** Kinds of values of the table of edge values, with the columns that hold them and what they hold; null stands for NULL. */
@SuppressWarnings("ImmutableEnumChecker") // The lists are never changed.
enum EdgeKind {
    INTEGER("integer", "n m l", "0 1 -1 2 -2 3 7 -7 10 100 -100 999 12345 2147483647 -2147483648 46341"),
    COUNT("count", "k i", "0 1 2 3 4 5 7 10 -1 -2 -3 -10"),
    BIGINT(
            "bigint",
            "big huge",
            "0 1 -1 7 -7 5000000000 -5000000000 4294967296 2147483648 9007199254740993 9223372036854775807"
                    + " -9223372036854775808"),
    DECIMAL(
            "decimal",
            "price rate",
            "0 0.01 -0.01 0.05 -0.05 0.5 -0.5 1.5 2.5 -2.5 1 -1 2.67 2.68 10.25 0.33 99.99 -99.99 100 1234.56 9999.99"
                    + " -9999.99 0.07 1.15 1.45 3.005 -3.005 2.675 1.0050 0.0001 -0.0001 0.3333 9999.9999"),
    DOUBLE(
            "double",
            "d e",
            "0 1 -1 2.5 -0.5 0.1 0.2 -2.5 3.5 1e10 1e-10 -123456.789 1000000000000000 0.3333333333333333 7 100"),
    BOOLEAN("boolean", "f g", "true false"),
    DATE(
            "date",
            "day other_day",
            "2024-02-29 2023-02-28 2024-01-31 2024-12-31 2000-01-01 1999-12-31 1970-01-01 1900-02-28 2024-03-31"
                    + " 2024-10-27 2024-12-30 2021-01-03 2020-12-31 1600-02-29 1582-10-10 0001-01-01 9999-12-31 2100-03-01"),
    TIME("time", "clock", "00:00:00 23:59:59.999999 12:30:00 01:02:03.000004 10:00:00.5 02:30:00"),
    TIMESTAMP(
            "timestamp",
            "ts other_ts",
            "2024-02-29T12:34:56.789012 2024-01-31T00:00:00 1999-12-31T23:59:59.999999 2000-01-01T00:00:00"
                    + " 1970-01-01T00:00:00 1969-12-31T23:59:59.5 2024-03-31T02:30:00 2024-10-27T02:30:00.000001"
                    + " 2023-02-28T23:00:00.1 1900-03-01T00:00:00 0001-01-01T00:00:00 9999-12-31T23:59:59.999999"
                    + " 2024-12-30T06:07:08 2021-01-03T18:00:00.25 1582-10-10T10:10:10 2026-05-31T13:00:00.000100"),
    TIMESTAMPTZ(
            "timestamptz",
            "at other_at",
            "2024-02-29T12:34:56.789012Z 1999-12-31T23:59:59.999999Z 2000-01-01T00:00:00Z 1970-01-01T00:00:00Z"
                    + " 1969-12-31T23:59:59.5Z 2024-03-31T01:00:00Z 2024-03-31T00:59:59.999999Z 2024-10-27T01:00:00Z"
                    + " 2024-10-27T00:30:00Z 1900-03-01T00:00:00Z 2026-05-31T13:00:00.000100Z"),
    UUID(
            "uuid",
            "u v",
            "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11 ffffffff-ffff-4fff-8fff-ffffffffffff"
                    + " 00000000-0000-0000-0000-000000000000"),
    ASCII(
            "ascii",
            "word",
            List.of(
                    "",
                    "a",
                    "A",
                    "abc",
                    "ABC def",
                    "x ",
                    " x",
                    "it's",
                    "a\\b",
                    "100%",
                    "a_b",
                    "hello World-wide 2nd o'neil",
                    "zZ9")),
    TEXT(
            "text",
            "name part code",
            List.of(
                    "",
                    " ",
                    "a",
                    "A",
                    "abc",
                    "ABC",
                    "abcabc",
                    "x ",
                    " x",
                    "  x  ",
                    "it's",
                    "a\\b",
                    "\\",
                    "100%",
                    "a%b_c",
                    "_",
                    "[x]*?",
                    "a,b,,c",
                    "Žluťoučký 😀 kůň",
                    "e\u0301",
                    "é",
                    "😀",
                    "😀😀a",
                    "line\nbreak",
                    "tab\tx",
                    "\"quoted\"",
                    "00042",
                    "true",
                    "a.b.c",
                    "x y",
                    "\u00a0",
                    "𝔘nicode",
                    "ab".repeat(20))),
    BYTES("bytes", "b", "\\x00 \\xff \\xdeadbeef \\x61 \\x \\x00ff00"),
    JSON(
            "json",
            "j h",
            List.of(
                    "{}",
                    "[]",
                    "null",
                    "1",
                    "\"text\"",
                    "true",
                    "{\"a\": 1}",
                    "{\"a\": null}",
                    "{\"a\": {\"b\": \"deep\"}}",
                    "{\"a\": {\"b\": [1, 2.5]}, \"list\": [1, 2, 3]}",
                    "{\"a\": \"q\\\"uote\\\\ \", \"z\": false}",
                    "[1, \"a\", null, {\"a\": 2}, 2.5]",
                    "[\"a\", \"b\"]",
                    "{\"a\": true, \"b\": 1, \"list\": []}",
                    "{\"a\": \"Žluť 😀\", \"list\": [[], {}]}",
                    "{\"b\": 2, \"a\": 1}"));

    private final String kind;
    private final List<String> columns;
    private final List<String> values;

    EdgeKind(String kind, String columns, String values) {
        this(kind, columns, Arrays.asList(values.split(" ", -1)));
    }

    EdgeKind(String kind, String columns, List<String> values) {
        this.kind = kind;
        this.columns = List.of(columns.split(" ", -1));
        this.values = values;
    }

    static EdgeKind of(String kind) {
        return Arrays.stream(values())
                .filter(one -> one.kind.equals(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no column of the kind " + kind));
    }

    /** As the universal set writes it. */
    String kind() {
        return kind;
    }

    List<String> columns() {
        return columns;
    }

    List<String> held() {
        return values;
    }
}
