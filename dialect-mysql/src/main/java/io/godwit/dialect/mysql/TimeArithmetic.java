package io.godwit.dialect.mysql;

import io.godwit.dialect.Call;
import io.godwit.dialect.IntervalText;
import io.godwit.dialect.Term;
import io.godwit.dialect.ValueType.Kind;
import java.math.BigDecimal;
import java.util.List;

/** Plus and minus of dates, moments and intervals. An interval by itself is the number of its seconds. */
final class TimeArithmetic {

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
        boolean plus = call.name().equals("+");
        if (plus && left.is(Kind.INTERVAL) && !right.is(Kind.INTERVAL)) {
            return of(Call.of("+", List.of(right, left), call.result()));
        }
        if (left.type().isMoment() && right.is(Kind.INTERVAL) && right.constant() != null && (minus || plus)) {
            IntervalText interval = IntervalText.parse(right.constant());
            return moved(left, minus ? interval.negated() : interval);
        }
        if (left.is(Kind.DATE) && right.is(Kind.INTEGER) && (minus || plus)) {
            return Term.atom((minus ? "DATE_SUB(" : "DATE_ADD(") + left.sql() + ", INTERVAL " + right.atom() + " DAY)");
        }
        if (plus && left.is(Kind.DATE) && right.is(Kind.TIME)) {
            return Term.atom("TIMESTAMP(" + left.sql() + ", " + right.sql() + ")");
        }
        if (minus && left.is(Kind.DATE) && right.is(Kind.DATE)) {
            return Term.atom("DATEDIFF(" + left.sql() + ", " + right.sql() + ")");
        }
        if (minus && left.type().equals(right.type()) && left.type().isMoment()) {
            return Term.atom(TimeForms.secondsSince(right.sql(), left.sql()));
        }
        throw Refusal.of(
                call.name() + " of " + CastForms.name(left.type()) + " and " + CastForms.name(right.type()),
                "it has no form that gives PostgreSQL's answer",
                "a moment plus or minus an interval literal, or extract(epoch from …)");
    }

    /** Months first, then days, then the rest, as PostgreSQL; the last day of a month is the last of a shorter one. */
    private static Term moved(Term moment, IntervalText interval) {
        if (moment.is(Kind.TIMESTAMPTZ) && (interval.months() != 0 || interval.days() != 0)) {
            throw Refusal.of(
                    "days or months on a timestamptz",
                    "how long they are depends on the session's time zone",
                    "hours, as in interval '" + Math.abs(interval.days() * 24L + interval.months() * 720L)
                            + " hours', or AT TIME ZONE 'UTC' first");
        }
        String value = moment.is(Kind.DATE) ? TimeForms.midnight(moment).sql() : moment.sql();
        value = added(value, BigDecimal.valueOf(interval.months()), "MONTH");
        value = added(value, BigDecimal.valueOf(interval.days()), "DAY");
        BigDecimal seconds = interval.seconds();
        boolean whole = seconds.stripTrailingZeros().scale() <= 0;
        return Term.atom(
                whole ? added(value, seconds, "SECOND") : added(value, seconds.movePointRight(6), "MICROSECOND"));
    }

    private static String added(String value, BigDecimal count, String unit) {
        return count.signum() == 0
                ? value
                : "DATE_ADD(" + value + ", INTERVAL " + count.toBigInteger() + " " + unit + ")";
    }
}
