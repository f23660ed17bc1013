package io.godwit.dialect.mssql;

import io.godwit.dialect.Call;
import io.godwit.dialect.IntervalText;
import io.godwit.dialect.Term;
import io.godwit.dialect.ValueType.Kind;
import java.math.BigDecimal;

/** Plus and minus of dates, moments and intervals. An interval by itself is the number of its microseconds. */
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
        boolean sum = minus || call.name().equals("+");
        if (!minus && sum && left.is(Kind.INTERVAL) && !right.is(Kind.INTERVAL)) {
            return moved(right, left, false);
        }
        if (sum && left.type().isMoment() && right.is(Kind.INTERVAL) && right.constant() != null) {
            return moved(left, right, minus);
        }
        if (sum && left.is(Kind.DATE) && right.is(Kind.INTEGER)) {
            return add("day", (minus ? "-" : "") + right.atom(), left.sql());
        }
        if (minus && left.is(Kind.DATE) && right.is(Kind.DATE)) {
            return Term.atom("DATEDIFF(day, " + right.sql() + ", " + left.sql() + ")");
        }
        if (minus && left.type().equals(right.type()) && left.type().isMoment()) {
            return Term.atom("DATEDIFF_BIG(microsecond, " + right.sql() + ", " + left.sql() + ")");
        }
        throw Refusal.of(
                call.name() + " of " + CastForms.name(left.type()) + " and " + CastForms.name(right.type()),
                "it has no form that gives PostgreSQL's answer",
                "a moment plus or minus an interval literal, or extract(epoch from …)");
    }

    private static Term add(String part, String count, String moment) {
        return Term.atom("DATEADD(" + part + ", " + count + ", " + moment + ")");
    }

    /** Months first, then days, then the rest, as PostgreSQL. */
    private static Term moved(Term moment, Term given, boolean back) {
        String constant = given.constant();
        if (constant == null) {
            throw Refusal.of("an interval that is no literal", "SQL Server has no type for it", "an interval literal");
        }
        IntervalText interval = back ? IntervalText.parse(constant).negated() : IntervalText.parse(constant);
        if (moment.is(Kind.TIMESTAMPTZ) && (interval.months() != 0 || interval.days() != 0)) {
            throw Refusal.of(
                    "days or months on a timestamptz",
                    "how long they are depends on the session's time zone",
                    "hours, as in interval '" + Math.abs(interval.days() * 24L + interval.months() * 720L)
                            + " hours', or AT TIME ZONE 'UTC' first");
        }
        Term moved = moment.is(Kind.DATE) ? Term.atom("CAST(" + moment.sql() + " AS DATETIME2(6))") : moment;
        moved = moved("month", interval.months(), moved);
        moved = moved("day", interval.days(), moved);
        BigDecimal whole = new BigDecimal(interval.seconds().toBigInteger());
        long micros = interval.seconds().subtract(whole).movePointRight(6).longValueExact();
        moved = moved("minute", whole.longValueExact() / 60, moved);
        moved = moved("second", whole.longValueExact() % 60, moved);
        return moved("microsecond", micros, moved);
    }

    private static Term moved(String part, long count, Term moment) {
        return count == 0 ? moment : add(part, Long.toString(count), moment.sql());
    }
}
