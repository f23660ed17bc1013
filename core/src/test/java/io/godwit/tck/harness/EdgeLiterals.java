package io.godwit.tck.harness;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** The literals that stand in places of the universal set where an engine's form depends on them. */
final class EdgeLiterals {

    private EdgeLiterals() {}

    /** Universal SQL for each literal of the kind. */
    static List<String> of(String kind) {
        return switch (kind) {
            case "digits" -> List.of("0", "1", "2", "3", "-1");
            case "exponent" -> List.of("0", "1", "2", "0.5", "-1");
            case "characters" -> texts("", "x", " x", "abc", "😀", "[]", "'\"");
            case "fill" -> texts("", "z", "xy", "😀");
            case "part" -> texts("", "a", "ab", "%", "\\", "😀", "'");
            case "separator" -> texts(",", ".", "ab", "😀", " ");
            case "position" -> List.of("1", "2", "3", "-1");
            case "expression" ->
                texts(
                        "a",
                        "^a",
                        "b$",
                        "^[a-z]+$",
                        "[0-9]",
                        "a.c",
                        "a|x",
                        "(ab)+",
                        "^\\s*$",
                        "\\.",
                        "[^a-z0-9]+",
                        "^ +| +$",
                        "[[:space:]]+",
                        "[]x*-]",
                        "😀?a");
            case "grouped" -> texts("(a)(b)", "^([^,]*),(.*)$", "([a-z])([0-9]|[a-z])", "(.)\\s(.)");
            case "similar" -> texts("a%", "%(b|c)%", "[a-z]+", "_", "abc");
            case "pattern" ->
                texts(
                        "",
                        "%",
                        "a%",
                        "%a",
                        "%b%",
                        "_",
                        "__",
                        "a!%b",
                        "a\\%b\\_c",
                        "A%",
                        "[x]%",
                        "%😀%",
                        "%\\\\%",
                        "%é%",
                        "%'%");
            case "number" -> texts("0", "42", "-7", "  13  ", "007");
            case "truth" -> texts("true", "f", "YES", "off", "1");
            case "day" -> texts("2024-02-29", "1999-12-31", "1582-10-15");
            case "moment" -> texts("2024-02-29 12:34:56.789012", "1999-12-31T23:59:59", "2024-01-01");
            case "uuid" -> texts("A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11", "{a0eebc999c0b4ef8bb6d6bb9bd380a11}");
            case "json" -> texts("{\"b\": 1, \"a\": [true, null]}", "[]", "\"x\"", " 12 ");
            case "json part" ->
                texts(
                        "{}",
                        "[]",
                        "{\"a\": null}",
                        "{\"a\": {\"b\": \"deep\"}}",
                        "[\"a\"]",
                        "\"a\"",
                        "\"text\"",
                        "{\"a\": true, \"b\": 1.0}",
                        "{\"a\": {\"b\": []}}",
                        "{\"a\": \"Žluť 😀\", \"list\": []}");
            case "hex" -> texts("", "00ff", "DEADbeef");
            case "index" -> List.of("0", "1", "-1", "99");
            case "time format" ->
                texts(
                        "YYYY-MM-DD",
                        "HH24:MI:SS",
                        "DD.MM.YYYY",
                        "YYYYMMDDHH24MISS",
                        "HH12:MI AM",
                        "yyyy-mm-dd\"T\"hh24:mi:ss.us",
                        "FMHH12 pm, MS");
            case "date format" ->
                texts("Mon DD, YY", "FMDay FMDD FMMonth", "Month/day", "IYYY-\"W\"IW-ID", "DDD D Q", "DY MONTH FMMM");
            case "hours" ->
                List.of("interval '1 hour'", "interval '90 minutes'", "interval '-36:00:01'", "interval '1 second'");
            default -> throw new IllegalArgumentException("no literals of the kind " + kind);
        };
    }

    /** Intervals are no column's type, so that they are literals everywhere. */
    static List<String> intervals() {
        return List.of(
                "interval '1 month'",
                "interval '-1 month'",
                "interval '1 year 2 months 3 days 04:05:06'",
                "interval '1 day'",
                "interval '-13 months -1 day'",
                "interval '2 weeks'",
                "interval '25 hours'",
                "interval '0 days'");
    }

    /** A literal of a kind that has columns too, in brackets where a sign might meet another. */
    static String value(String kind, Random random) {
        EdgeKind edge = EdgeKind.of(kind);
        List<String> held =
                edge.held().stream().filter(value -> !EdgeTable.isLimit(value)).toList();
        String value = held.get(random.nextInt(held.size()));
        String text = "'" + value.replace("'", "''") + "'";
        return switch (edge) {
            case INTEGER, COUNT, DECIMAL -> value.startsWith("-") ? "(" + value + ")" : value;
            case BOOLEAN -> value;
            case TEXT, ASCII -> text;
            case BIGINT, UUID -> text + "::" + kind;
            case DOUBLE -> text + "::double precision";
            case BYTES -> text + "::bytea";
            case JSON -> text + "::jsonb";
            case DATE, TIME, TIMESTAMP, TIMESTAMPTZ -> kind + " " + text;
        };
    }

    private static List<String> texts(String... values) {
        return Arrays.stream(values)
                .map(value -> "'" + value.replace("'", "''") + "'")
                .toList();
    }
}
