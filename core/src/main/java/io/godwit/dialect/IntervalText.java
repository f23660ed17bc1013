package io.godwit.dialect;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An interval literal, such as {@code 1 day 02:30:00}, as PostgreSQL reads it. Immutable.
 *
 * @param months months, years included
 * @param days days, weeks included
 * @param seconds seconds, minutes and hours included
 */
public record IntervalText(int months, int days, BigDecimal seconds) {

    private static final Pattern PART = Pattern.compile(
            "\\G\\s*(?:([+-]?[0-9]+):([0-9]{2})(?::([0-9]{2}(?:\\.[0-9]{1,6})?))?|([+-]?[0-9]+(?:\\.[0-9]+)?)\\s*([a-z]+))");

    /**
     * Reads a literal.
     *
     * @throws IllegalArgumentException if the text is none of the plain forms
     */
    public static IntervalText parse(String text) {
        String rest = text.strip().toLowerCase(Locale.ROOT);
        boolean ago = rest.endsWith(" ago");
        rest = ago ? rest.substring(0, rest.length() - " ago".length()) : rest;
        Matcher part = PART.matcher(rest);
        IntervalText interval = new IntervalText(0, 0, BigDecimal.ZERO);
        int end = 0;
        while (part.find()) {
            interval = part.group(4) == null ? interval.plusClock(part) : interval.plus(part.group(4), part.group(5));
            end = part.end();
        }
        if (end == 0 || end < rest.length()) {
            throw new IllegalArgumentException("'" + text + "' is no interval of the form '1 day 02:30:00'");
        }
        return ago ? interval.negated() : interval;
    }

    private IntervalText plusClock(Matcher part) {
        boolean negative = part.group(1).startsWith("-");
        BigDecimal clock = new BigDecimal(part.group(1))
                .abs()
                .multiply(BigDecimal.valueOf(3600))
                .add(new BigDecimal(part.group(2)).multiply(BigDecimal.valueOf(60)))
                .add(part.group(3) == null ? BigDecimal.ZERO : new BigDecimal(part.group(3)));
        return new IntervalText(months, days, seconds.add(negative ? clock.negate() : clock));
    }

    private IntervalText plus(String number, String unit) {
        BigDecimal count = new BigDecimal(number);
        return switch (unit) {
            case "year", "years", "y", "yr", "yrs" -> plusMonths(count.multiply(BigDecimal.valueOf(12)));
            case "month", "months", "mon", "mons" -> plusMonths(count);
            case "week", "weeks", "w" -> plusDays(count.multiply(BigDecimal.valueOf(7)));
            case "day", "days", "d" -> plusDays(count);
            case "hour", "hours", "h", "hr", "hrs" -> plusSeconds(count.multiply(BigDecimal.valueOf(3600)));
            case "minute", "minutes", "m", "min", "mins" -> plusSeconds(count.multiply(BigDecimal.valueOf(60)));
            case "second", "seconds", "s", "sec", "secs" -> plusSeconds(count);
            default -> throw new IllegalArgumentException("'" + unit + "' is no unit of an interval that Godwit knows");
        };
    }

    private IntervalText plusMonths(BigDecimal count) {
        return new IntervalText(months + whole(count), days, seconds);
    }

    private IntervalText plusDays(BigDecimal count) {
        return new IntervalText(months, days + whole(count), seconds);
    }

    private IntervalText plusSeconds(BigDecimal count) {
        return new IntervalText(months, days, seconds.add(count));
    }

    private static int whole(BigDecimal count) {
        try {
            return count.intValueExact();
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("a fraction of a day or month is not the same everywhere; use hours", e);
        }
    }

    /** The same backwards. */
    public IntervalText negated() {
        return new IntervalText(-months, -days, seconds.negate());
    }

    /** By which PostgreSQL compares intervals: a day has 24 hours, a month 30 days. */
    public BigDecimal comparableSeconds() {
        return seconds.add(BigDecimal.valueOf((months * 30L + days) * 86_400L));
    }
}
