package io.godwit.universal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** {@code to_char} of a moment with a literal pattern, out of the text that a cast gives and the fields that extract gives. */
record TimePattern(Node.FunctionCall call, Translation translation) {

    /** A field in capitals or in small letters, signs, or what stands in double quotes. */
    private static final Pattern PART =
            Pattern.compile("\\G(?:(FM|fm)?(YYYY|IYYY|YY|Month|MONTH|month|Mon|MON|mon|MM|MI|MS"
                    + "|Day|DAY|day|Dy|DY|dy|DDD|DD|D|HH24|HH12|HH|SS|US|AM|PM|am|pm|ID|IW|Q"
                    + "|yyyy|iyyy|yy|mm|mi|ms|ddd|dd|d|hh24|hh12|hh|ss|us|id|iw|q)(?!TH|th|SP|sp)"
                    + "|([-/.:, _;()]+)|\"([^\"\\\\]*)\")");

    /** How many places PostgreSQL gives the long name of a month or a day. */
    private static final int WIDEST = 9;

    private static final List<String> MONTHS = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");
    private static final List<String> DAYS =
            List.of("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday");

    String template() {
        String pattern = call.arguments().size() == 2
                ? DerivedFunctions.text(call.arguments().get(1))
                : null;
        if (pattern == null) {
            throw refused("to_char() with a pattern that is no literal");
        }
        List<String> parts = new ArrayList<>();
        Matcher part = PART.matcher(pattern);
        int end = 0;
        while (part.find()) {
            String sign = part.group(3) == null ? part.group(4) : part.group(3);
            parts.add(
                    part.group(2) == null
                            ? DerivedFunctions.quoted(sign)
                            : field(part.group(2), part.group(1) != null));
            end = part.end();
        }
        if (end < pattern.length() || parts.isEmpty()) {
            throw refused("to_char() with the pattern '" + pattern + "'");
        }
        return parts.size() == 1 ? parts.get(0) : String.join(" || ", parts);
    }

    private static String field(String field, boolean plain) {
        List<String> names = names(field);
        if (names != null) {
            boolean isShort = names.get(0).length() == 3;
            return chosen(names.size() == MONTHS.size() ? "month" : "dow", names, plain || isShort ? 0 : WIDEST);
        }
        String digits = digits(field.toUpperCase(Locale.ROOT), field);
        boolean half = field.equalsIgnoreCase("AM") || field.equalsIgnoreCase("PM");
        return plain && !half ? "((" + digits + ")::integer)::text" : digits;
    }

    private static String digits(String field, String written) {
        return switch (field) {
            case "YYYY" -> cut(1, 4);
            case "YY" -> cut(3, 2);
            case "MM" -> cut(6, 2);
            case "DD" -> cut(9, 2);
            case "HH24" -> cut(12, 2);
            case "MI" -> cut(15, 2);
            case "SS" -> cut(18, 2);
            case "MS" -> "rpad(" + cut(21, 3) + ", 3, '0')";
            case "US" -> "rpad(" + cut(21, 6) + ", 6, '0')";
            case "HH", "HH12" -> "lpad((((" + whole("hour") + ") + 11) % 12 + 1)::text, 2, '0')";
            case "AM", "PM" -> half(written);
            case "DDD" -> "lpad((" + whole("doy") + ")::text, 3, '0')";
            case "D" -> "((" + whole("dow") + ") + 1)::text";
            case "ID" -> "(" + whole("isodow") + ")::text";
            case "IW" -> "lpad((" + whole("week") + ")::text, 2, '0')";
            case "IYYY" -> "lpad((" + whole("isoyear") + ")::text, 4, '0')";
            default -> "(" + whole("quarter") + ")::text";
        };
    }

    private static String half(String written) {
        boolean small = written.equals("am") || written.equals("pm");
        return "CASE WHEN " + whole("hour") + " < 12 THEN '" + (small ? "am" : "AM") + "' WHEN " + whole("hour")
                + " >= 12 THEN '" + (small ? "pm" : "PM") + "' END";
    }

    private static String cut(int from, int length) {
        return "substring(a0::timestamp::text from " + from + " for " + length + ")";
    }

    private static String whole(String field) {
        return "extract(" + field + " from a0::timestamp)::integer";
    }

    private static @Nullable List<String> names(String field) {
        List<String> names = switch (field.toLowerCase(Locale.ROOT)) {
            case "month" -> MONTHS;
            case "day" -> DAYS;
            case "mon" -> MONTHS.stream().map(name -> name.substring(0, 3)).toList();
            case "dy" -> DAYS.stream().map(name -> name.substring(0, 3)).toList();
            default -> null;
        };
        boolean capitals = field.equals(field.toUpperCase(Locale.ROOT));
        boolean small = field.equals(field.toLowerCase(Locale.ROOT));
        return names == null || !(capitals || small)
                ? names
                : names.stream()
                        .map(name -> capitals ? name.toUpperCase(Locale.ROOT) : name.toLowerCase(Locale.ROOT))
                        .toList();
    }

    private static String chosen(String field, List<String> names, int width) {
        int first = field.equals("month") ? 1 : 0;
        return IntStream.range(0, names.size())
                .mapToObj(index -> " WHEN " + (index + first) + " THEN '" + names.get(index)
                        + " ".repeat(Math.max(0, width - names.get(index).length())) + "'")
                .collect(Collectors.joining("", "CASE " + whole(field), " END"));
    }

    private RuntimeException refused(String construct) {
        return translation.unsupported(
                call.at(),
                construct,
                "it has no form that gives PostgreSQL's answer",
                "a literal of YYYY, YY, MM, Mon, Month, DD, Dy, Day, HH24, HH12, MI, SS, MS, US, AM, DDD, ID, IW, IYYY and Q"
                        + " between signs, of a timestamp or date");
    }
}
