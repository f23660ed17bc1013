package io.godwit.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads the written form of a {@link ColumnType}; understands PostgreSQL's other names for the same types. */
final class ColumnTypeText {

    private static final Map<String, SimpleType> SIMPLE = Map.ofEntries(
            Map.entry("uuid", SimpleType.UUID),
            Map.entry("boolean", SimpleType.BOOLEAN),
            Map.entry("bool", SimpleType.BOOLEAN),
            Map.entry("smallint", SimpleType.SMALLINT),
            Map.entry("int2", SimpleType.SMALLINT),
            Map.entry("integer", SimpleType.INTEGER),
            Map.entry("int", SimpleType.INTEGER),
            Map.entry("int4", SimpleType.INTEGER),
            Map.entry("bigint", SimpleType.BIGINT),
            Map.entry("int8", SimpleType.BIGINT),
            Map.entry("real", SimpleType.REAL),
            Map.entry("float4", SimpleType.REAL),
            Map.entry("double", SimpleType.DOUBLE),
            Map.entry("double precision", SimpleType.DOUBLE),
            Map.entry("float8", SimpleType.DOUBLE),
            Map.entry("text", SimpleType.TEXT),
            Map.entry("bytes", SimpleType.BYTES),
            Map.entry("bytea", SimpleType.BYTES),
            Map.entry("date", SimpleType.DATE),
            Map.entry("time", SimpleType.TIME),
            Map.entry("timestamp", SimpleType.TIMESTAMP),
            Map.entry("timestamptz", SimpleType.TIMESTAMPTZ),
            Map.entry("timestamp with time zone", SimpleType.TIMESTAMPTZ),
            Map.entry("timestamp without time zone", SimpleType.TIMESTAMP),
            Map.entry("json", SimpleType.JSON),
            Map.entry("jsonb", SimpleType.JSON));

    private final String text;

    ColumnTypeText(String text) {
        this.text = text.strip();
    }

    ColumnType parse() {
        int open = text.indexOf('(');
        if (open < 0) {
            return simple();
        }
        if (!text.endsWith(")")) {
            throw new IllegalArgumentException("'" + text + "' lacks its closing bracket");
        }
        String name = text.substring(0, open).strip().toLowerCase(Locale.ROOT);
        String inside = text.substring(open + 1, text.length() - 1).strip();
        return switch (name) {
            case "varchar", "character varying" ->
                new VarcharType(numbers(inside, 1).get(0));
            case "char", "character", "bpchar" ->
                new CharType(numbers(inside, 1).get(0));
            case "time", "timestamp", "timestamptz" -> time(SimpleType.valueOf(name.toUpperCase(Locale.ROOT)), inside);
            case "decimal", "numeric" -> decimal(inside);
            case "vector" -> new VectorType(numbers(inside, 1).get(0));
            case "array" -> new ArrayType(ColumnType.parse(inside));
            case "enum" -> new EnumType(new QuotedList(inside).values());
            default -> throw unknown(name);
        };
    }

    private ColumnType simple() {
        String word = text.toLowerCase(Locale.ROOT);
        SimpleType known = SIMPLE.get(word);
        if (known != null) {
            return known;
        }
        String name = word.replaceAll("\\s+", " ");
        SimpleType type = SIMPLE.get(name);
        if (type != null) {
            return type;
        }
        if (name.endsWith("[]")) {
            return new ArrayType(ColumnType.parse(text.substring(0, text.length() - 2)));
        }
        throw switch (name) {
            case "varchar", "string", "char", "character", "bpchar" ->
                new IllegalArgumentException("'" + text + "' needs a length: write varchar(200), or text for no limit");
            case "decimal", "numeric" ->
                new IllegalArgumentException("'" + text + "' needs its digits: write decimal(12,2)");
            case "enum" -> new IllegalArgumentException("'enum' needs its values: write enum('new','done')");
            case "array", "vector" ->
                new IllegalArgumentException("'" + text + "' needs its parameter: write array(text) or vector(1536)");
            default -> unknown(name);
        };
    }

    private static ColumnType time(SimpleType kind, String inside) {
        return TimeType.of(kind, numbers(inside, 1).get(0));
    }

    private static DecimalType decimal(String inside) {
        List<Integer> digits = numbers(inside, 2);
        return new DecimalType(digits.get(0), digits.size() == 1 ? 0 : digits.get(1));
    }

    private static List<Integer> numbers(String inside, int most) {
        List<Integer> numbers = new ArrayList<>();
        for (String part : inside.split(",", -1)) {
            numbers.add(number(part.strip()));
        }
        if (numbers.size() > most) {
            throw new IllegalArgumentException("'" + inside + "' has too many parameters");
        }
        return numbers;
    }

    private static Integer number(String digits) {
        boolean whole = !digits.isEmpty() && digits.length() <= 9;
        for (int at = 0; whole && at < digits.length(); at++) {
            whole = digits.charAt(at) >= '0' && digits.charAt(at) <= '9';
        }
        if (!whole) {
            throw new IllegalArgumentException("'" + digits + "' is not a whole number");
        }
        return Integer.valueOf(digits);
    }

    private IllegalArgumentException unknown(String name) {
        String known = SIMPLE.keySet().stream()
                .filter(candidate -> SIMPLE.get(candidate).toString().equals(candidate))
                .sorted()
                .collect(Collectors.joining(", "));
        String hint = switch (name) {
            case "datetime", "datetime2" -> "; write timestamp, or timestamptz for an instant";
            case "blob", "binary", "varbinary" -> "; write bytes";
            case "serial", "bigserial" -> "; write bigint with \"identity\": true";
            case "nvarchar", "varchar2" -> "; write varchar(n)";
            case "clob", "longtext", "mediumtext", "string" -> "; write text";
            case "tinyint" -> "; write smallint or boolean";
            case "number", "money" -> "; write decimal(12,2)";
            case "float" -> "; write double or real";
            case "long" -> "; write bigint";
            default ->
                "; portable types are " + known
                        + ", varchar(n), char(n), decimal(p,s), enum('a','b'), array(type), vector(n)";
        };
        return new IllegalArgumentException("'" + text + "' is no portable type" + hint);
    }
}
