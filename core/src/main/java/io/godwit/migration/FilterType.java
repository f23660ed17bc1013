package io.godwit.migration;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What values a parameter of a filter takes. Immutable.
 *
 * @param kind of one value
 * @param list whether there may be several, for {@code IN (:values)}
 */
public record FilterType(Kind kind, boolean list) {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);

    /** What one value is. */
    public enum Kind {
        TEXT,
        INTEGER,
        DECIMAL,
        BOOLEAN,
        DATE,
        TIMESTAMP,
        TIMESTAMPTZ;

        /** As documents write it. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The names of all kinds. */
    public static List<String> names() {
        return Arrays.stream(Kind.values()).map(Kind::toString).toList();
    }

    /**
     * Reads {@code integer} or {@code list(integer)}.
     *
     * @throws IllegalArgumentException if it is no such type
     */
    public static FilterType parse(String text) {
        String word = text.strip().toLowerCase(Locale.ROOT);
        boolean list = word.startsWith("list(") && word.endsWith(")");
        String one = list ? word.substring(5, word.length() - 1).strip() : word;
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.toString().equals(one))
                .map(kind -> new FilterType(kind, list))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + text + "' is none of " + String.join(", ", names()) + ", nor list(…) of one of them"));
    }

    /**
     * Values as universal SQL.
     *
     * @throws IllegalArgumentException if they are not of this type
     */
    public String literal(List<String> values) {
        if (values.isEmpty() || (!list && values.size() > 1)) {
            throw new IllegalArgumentException(
                    list ? "needs at least one value" : "takes one value, not " + values.size());
        }
        return values.stream().map(this::literal).collect(Collectors.joining(", "));
    }

    private String literal(String value) {
        try {
            return switch (kind) {
                case TEXT -> text(value);
                case INTEGER -> signed(Long.toString(Long.parseLong(value.strip())));
                case DECIMAL -> signed(decimal(value));
                case BOOLEAN -> bool(value.strip().toLowerCase(Locale.ROOT));
                case DATE -> "DATE '" + LocalDate.parse(value.strip()) + "'";
                case TIMESTAMP -> "TIMESTAMP '" + MOMENT.format(moment(value.strip())) + "'";
                case TIMESTAMPTZ ->
                    "TIMESTAMPTZ '"
                            + MOMENT.format(OffsetDateTime.parse(value.strip()).withOffsetSameInstant(ZoneOffset.UTC))
                            + "+00'";
            };
        } catch (DateTimeException | NumberFormatException none) {
            throw new IllegalArgumentException("'" + value + "' is no " + kind + example(), none);
        }
    }

    private String example() {
        return switch (kind) {
            case DATE -> ", such as 2024-02-29";
            case TIMESTAMP -> ", such as 2024-02-29T12:00:00";
            case TIMESTAMPTZ -> ", such as 2024-02-29T12:00:00Z";
            default -> "";
        };
    }

    private static String text(String value) {
        if (value.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a text must not hold the character U+0000");
        }
        return "'" + value.replace("'", "''") + "'";
    }

    private static String signed(String number) {
        return number.startsWith("-") ? "(" + number + ")" : number;
    }

    private static String decimal(String value) {
        BigDecimal number = new BigDecimal(value.strip());
        if (Math.abs((long) number.scale()) > 400) {
            throw new NumberFormatException(value);
        }
        return number.toPlainString();
    }

    private String bool(String word) {
        if (!word.equals("true") && !word.equals("false")) {
            throw new IllegalArgumentException("'" + word + "' is no " + kind + ": true or false");
        }
        return word.toUpperCase(Locale.ROOT);
    }

    /** A date alone is its beginning. */
    private static LocalDateTime moment(String value) {
        return value.length() == 10
                ? LocalDate.parse(value).atStartOfDay()
                : LocalDateTime.parse(value.replace(' ', 'T'));
    }

    @Override
    public String toString() {
        return list ? "list(" + kind + ")" : kind.toString();
    }
}
