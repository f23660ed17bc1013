package io.godwit.dialect;

import io.godwit.schema.SimpleType;
import io.godwit.schema.TimeType;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * Dates and times in one form each, so that the order of texts is the order of times: {@code 2026-01-31}, {@code 23:59:59.000000},
 * {@code 2026-01-31T23:59:59.000000}, and an instant in UTC with {@code Z} at its end. Immutable.
 */
public final class CanonicalTime {

    private final String given;
    private final SimpleType type;

    private CanonicalTime(String given, SimpleType type) {
        this.given = given;
        this.type = type;
    }

    /**
     * The canonical form of a text.
     *
     * @param text in a form of {@link WrittenTime}; an instant without an offset is UTC
     * @throws IllegalArgumentException if it is no value of that type
     */
    public static String canonical(String text, SimpleType type) {
        String plain = PlainMoment.canonical(text, type);
        return plain != null
                ? plain
                : new CanonicalTime(type == SimpleType.TIME ? text.strip() : WrittenTime.iso(text), type).canonical();
    }

    /**
     * The canonical form of a text, rounded to the digits of the type as PostgreSQL does: a half goes away from the beginning of the
     * year 2000, and so to the earlier time before it. All six digits are written.
     *
     * @param text as in {@link #canonical}
     * @throws IllegalArgumentException if it is no value of that type
     */
    public static String rounded(String text, TimeType type) {
        String exact = canonical(text, type.kind());
        int point = exact.indexOf('.') + 1;
        int unit = (int) Math.pow(10, TimeType.MOST_DIGITS - type.digits());
        int micros = Integer.parseInt(exact.substring(point, point + TimeType.MOST_DIGITS));
        int rest = micros % unit;
        boolean early = type.kind() != SimpleType.TIME && exact.compareTo("2000") < 0;
        boolean up = early ? 2 * rest > unit : 2 * rest >= unit;
        String down = exact.substring(0, point)
                + Integer.toString(1_000_000 + micros - rest).substring(1);
        String zone = exact.substring(point + TimeType.MOST_DIGITS);
        return up ? later(down, unit, type.kind()) + zone : down + zone;
    }

    private static String later(String time, int micros, SimpleType kind) {
        if (kind != SimpleType.TIME) {
            return dateTime(LocalDateTime.parse(time).plusNanos(micros * 1000L));
        }
        LocalTime later = LocalTime.parse(time).plusNanos(micros * 1000L);
        if (later.equals(LocalTime.MIDNIGHT)) {
            throw new IllegalArgumentException("'" + time + "' is rounded to 24:00:00, which not every engine has");
        }
        return time(later);
    }

    private String canonical() {
        try {
            return switch (type) {
                case DATE -> date(LocalDate.parse(given));
                case TIME -> time(LocalTime.parse(given).plusNanos(500));
                case TIMESTAMP -> dateTime(local());
                default -> dateTime(local().minusSeconds(offset().getTotalSeconds())) + "Z";
            };
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + given + "' is no value of type " + type, e);
        }
    }

    /** Date and time as they are written, whatever the offset: PostgreSQL ignores it for a timestamp. */
    private LocalDateTime local() {
        String text = given.substring(0, given.length() - offsetText().length()).strip();
        LocalDateTime exact = text.length() <= 10
                ? LocalDate.parse(text).atStartOfDay()
                : LocalDate.parse(text.substring(0, 10)).atTime(LocalTime.parse(text.substring(11)));
        if (text.length() > 10 && " Tt".indexOf(text.charAt(10)) < 0) {
            throw new DateTimeException("no T or space between date and time");
        }
        return exact.plusNanos(500).truncatedTo(ChronoUnit.MICROS);
    }

    private ZoneOffset offset() {
        String text = offsetText();
        return text.isEmpty() || text.equalsIgnoreCase("Z") ? ZoneOffset.UTC : ZoneOffset.of(text);
    }

    /** {@code Z}, or from the sign that follows a time; empty if there is neither. */
    private String offsetText() {
        if (given.length() <= 10) {
            return "";
        }
        if (given.endsWith("Z") || given.endsWith("z")) {
            return given.substring(given.length() - 1);
        }
        int sign = Math.max(given.indexOf('+', 10), given.indexOf('-', 10));
        return sign < 0 ? "" : given.substring(sign);
    }

    private static String date(LocalDate date) {
        if (date.getYear() < 0 || date.getYear() > 9999) {
            throw new DateTimeException("the calendar goes from year 0 to 9999");
        }
        return date.toString();
    }

    private static String time(LocalTime time) {
        String micros = Integer.toString(1_000_000 + time.getNano() / 1000).substring(1);
        return two(time.getHour()) + ":" + two(time.getMinute()) + ":" + two(time.getSecond()) + "." + micros;
    }

    private static String dateTime(LocalDateTime dateTime) {
        return date(dateTime.toLocalDate()) + "T" + time(dateTime.toLocalTime());
    }

    private static String two(int number) {
        return Integer.toString(100 + number).substring(1);
    }
}
