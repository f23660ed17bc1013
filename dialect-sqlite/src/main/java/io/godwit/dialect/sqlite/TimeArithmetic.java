package io.godwit.dialect.sqlite;

import io.godwit.dialect.Binding;
import io.godwit.dialect.Call;
import io.godwit.dialect.IntervalText;
import io.godwit.dialect.Term;
import io.godwit.dialect.ValueType.Kind;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Plus and minus of dates, moments and intervals. An interval by itself is the number of its microseconds. */
final class TimeArithmetic {

    private static final String FORMAT = "'%Y-%m-%dT%H:%M:%S'";

    private TimeArithmetic() {}

    static boolean concerns(Call call) {
        return call.operands().stream()
                .anyMatch(operand -> switch (operand.type().kind()) {
                    case DATE, TIME, TIMESTAMP, TIMESTAMPTZ, INTERVAL -> true;
                    default -> false;
                });
    }

    static Term of(Call call) {
        Term left = call.operand(0);
        Term right = call.operand(1);
        boolean minus = call.name().equals("-");
        if (!minus && call.name().equals("+") && left.is(Kind.INTERVAL) && !right.is(Kind.INTERVAL)) {
            return of(Call.of("+", List.of(right, left), call.result()));
        }
        if (left.type().isMoment()
                && right.is(Kind.INTERVAL)
                && right.constant() != null
                && (minus || call.name().equals("+"))) {
            IntervalText interval = IntervalText.parse(right.constant());
            return moved(left, minus ? interval.negated() : interval);
        }
        if (left.is(Kind.DATE) && right.is(Kind.TIME) && !minus) {
            return Term.of(
                    left.inside(Binding.OPERATOR) + " || 'T' || " + right.inside(Binding.OPERATOR), Binding.OPERATOR);
        }
        if (left.is(Kind.TIME) && right.is(Kind.INTERVAL) && right.constant() != null) {
            IntervalText interval = IntervalText.parse(right.constant());
            return clock(left, minus ? interval.negated() : interval);
        }
        if (left.is(Kind.DATE)
                && right.is(Kind.INTEGER)
                && (minus || call.name().equals("+"))) {
            return inYears(
                    "date(" + left.sql() + ", " + (minus ? "-" : "") + right.atom() + " || ' days')", left, right);
        }
        if (minus && left.is(Kind.DATE) && right.is(Kind.DATE)) {
            return Term.atom("CAST(julianday(" + left.sql() + ") - julianday(" + right.sql() + ") AS INTEGER)");
        }
        if (minus && left.type().equals(right.type()) && left.type().isMoment()) {
            return between(left, right);
        }
        throw Refusal.of(
                call.name() + " of " + CastForms.name(left.type()) + " and " + CastForms.name(right.type()),
                "it has no form that gives PostgreSQL's answer",
                "a moment plus or minus an interval literal, or extract(epoch from …)");
    }

    /** SQLite has no dates beyond the year 9999, and writes those before the year 1 as PostgreSQL does not. */
    private static Term inYears(String result, Term... operands) {
        String known = Arrays.stream(operands)
                .map(operand -> operand.inside(Binding.COMPARISON) + " IS NOT NULL")
                .collect(Collectors.joining(" AND "));
        return Term.atom("CASE WHEN " + result + " >= '0001' THEN " + result + " WHEN " + known + " THEN "
                + Failure.of("the result is not within the years 1 to 9999") + " END");
    }

    /** Months first, then days, then the rest, as PostgreSQL; the fraction of a second stays. */
    private static Term moved(Term moment, IntervalText interval) {
        if (moment.is(Kind.TIMESTAMPTZ) && (interval.months() != 0 || interval.days() != 0)) {
            throw Refusal.of(
                    "days or months on a timestamptz",
                    "how long they are depends on the session's time zone",
                    "hours, as in interval '" + Math.abs(interval.days() * 24L + interval.months() * 720L)
                            + " hours', or AT TIME ZONE 'UTC' first");
        }
        String value = moment.is(Kind.DATE) ? TimeForms.midnight(moment).sql() : moment.sql();
        if (interval.months() != 0) {
            value = monthsLater(value, interval.months());
        }
        if (interval.days() == 0 && interval.seconds().signum() == 0) {
            return interval.months() == 0 ? Term.of(value, Binding.OPERATOR) : inYears(value, moment);
        }
        BigDecimal seconds = interval.seconds();
        if (seconds.stripTrailingZeros().scale() > 0) {
            throw Refusal.of("an interval with a fraction of a second", "SQLite adds whole seconds", "whole seconds");
        }
        String modifiers = modifier(BigDecimal.valueOf(interval.days()), "days") + modifier(seconds, "seconds");
        return inYears("strftime(" + FORMAT + ", " + value + modifiers + ") || substr(" + value + ", 20)", moment);
    }

    /** Round the clock: days and months do not count. */
    private static Term clock(Term time, IntervalText interval) {
        if (interval.seconds().stripTrailingZeros().scale() > 0) {
            throw Refusal.of("an interval with a fraction of a second", "SQLite adds whole seconds", "whole seconds");
        }
        return Term.of(
                "time(" + time.sql() + modifier(interval.seconds(), "seconds") + ") || substr(" + time.sql() + ", 9)",
                Binding.OPERATOR);
    }

    private static String modifier(BigDecimal count, String unit) {
        return count.signum() == 0
                ? ""
                : ", '" + (count.signum() > 0 ? "+" : "") + count.toBigInteger() + " " + unit + "'";
    }

    /** SQLite takes the 31st of a month with 30 days for the 1st of the next; PostgreSQL for the 30th. */
    private static String monthsLater(String value, int months) {
        String first = "'start of month', '" + months + " months'";
        String lastDay = "strftime('%d', " + value + ", 'start of month', '" + (months + 1) + " months', '-1 day')";
        String day = "min(strftime('%d', " + value + "), " + lastDay + ")";
        return "date(" + value + ", " + first + ", (" + day + " - 1) || ' days') || substr(" + value + ", 11)";
    }

    /** The microseconds between two moments: a whole number holds them for all years. */
    private static Term between(Term left, Term right) {
        return Term.of(
                "(strftime('%s', " + left.sql() + ") - strftime('%s', " + right.sql() + ")) * 1000000 + "
                        + fraction(left) + " - " + fraction(right),
                Binding.SUM);
    }

    private static String fraction(Term moment) {
        return "CAST(substr(" + moment.sql() + ", 21, 6) AS INTEGER)";
    }

    /** The seconds of an interval. */
    static Term seconds(Term interval) {
        String count = interval.atom();
        return Term.atom("CASE WHEN abs(" + interval.sql() + ") > 4503599627370496 AND " + count + " % 1000 <> 0 THEN "
                + Failure.of("a double cannot hold the microseconds of so many seconds") + " ELSE " + count
                + " / 1000000.0 END");
    }
}
