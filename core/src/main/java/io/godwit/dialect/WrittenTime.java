package io.godwit.dialect;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates and moments as people write them, in ISO 8601: every form that PostgreSQL reads alike under each of its settings of {@code
 * DateStyle}, such as {@code 1962/2/18}, {@code 20060215} and {@code Feb 15, 2006}. Stateless.
 */
public final class WrittenTime {

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private static final String MONTH =
            "(?<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
                    + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
    private static final String TIME =
            "(?:[t ]\\s*(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2})(?<part>\\.\\d{1,9})?)?"
                    + "(?:\\s*(?<zone>z|utc|gmt|[+-]\\d{1,2}(?::?\\d{2})?))?)?";

    private static final List<Pattern> FORMS = List.of(
            form("(?<year>\\d{4})-(?<month>\\d{1,2})-(?<day>\\d{1,2})"),
            form("(?<year>\\d{4})/(?<month>\\d{1,2})/(?<day>\\d{1,2})"),
            form("(?<year>\\d{4})(?<month>\\d{2})(?<day>\\d{2})"),
            form("(?<year>\\d{4})[- ]" + MONTH + "[- ](?<day>\\d{1,2})"),
            form("(?<day>\\d{1,2})[- ]" + MONTH + "[- ](?<year>\\d{4})"),
            form(MONTH + "[- ](?<day>\\d{1,2})(?:,\\s*|[- ])(?<year>\\d{4})"));

    private WrittenTime() {}

    private static Pattern form(String date) {
        return Pattern.compile(date + TIME, Pattern.CASE_INSENSITIVE);
    }

    /** The text in ISO 8601, with two digits for each part and the offset, if it has one; another text as it is. */
    public static String iso(String text) {
        String stripped = text.strip();
        for (Pattern form : FORMS) {
            Matcher matcher = form.matcher(stripped);
            if (matcher.matches()) {
                String name = form.pattern().contains("<month>") ? null : matcher.group("name");
                String month = name == null ? matcher.group("month") : number(name);
                return matcher.group("year") + "-" + two(month) + "-" + two(matcher.group("day")) + time(matcher);
            }
        }
        return text;
    }

    /** The same without the offset, which PostgreSQL ignores in a timestamp without time zone. */
    public static String isoWithoutOffset(String text) {
        String iso = iso(text);
        int offset = Math.max(iso.indexOf('+', 10), iso.indexOf('-', 10));
        int end = offset > 0 ? offset : iso.endsWith("Z") ? iso.length() - 1 : iso.length();
        return iso.length() > 10 ? iso.substring(0, end) : iso;
    }

    private static String number(String month) {
        return Integer.toString(MONTHS.indexOf(month.substring(0, 3).toLowerCase(Locale.ROOT)) + 1);
    }

    private static String time(Matcher matcher) {
        String hour = matcher.group("hour");
        if (hour == null) {
            return "";
        }
        String second = matcher.group("second");
        String part = matcher.group("part");
        return "T" + two(hour) + ":" + matcher.group("minute") + ":" + (second == null ? "00" : second)
                + (part == null ? "" : part) + zone(matcher.group("zone"));
    }

    private static String zone(@Nullable String written) {
        if (written == null) {
            return "";
        }
        char sign = written.charAt(0);
        if (sign != '+' && sign != '-') {
            return "Z";
        }
        String digits = written.substring(1).replace(":", "");
        boolean minutes = digits.length() > 2;
        String hours = minutes ? digits.substring(0, digits.length() - 2) : digits;
        return sign + two(hours) + ":" + (minutes ? digits.substring(digits.length() - 2) : "00");
    }

    private static String two(String digits) {
        return digits.length() < 2 ? "0" + digits : digits;
    }
}
