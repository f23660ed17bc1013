package io.godwit.dialect.sqlite;

import io.godwit.dialect.Binding;
import io.godwit.dialect.Call;
import io.godwit.dialect.Term;
import io.godwit.dialect.ValueType.Kind;
import java.util.Map;
import java.util.Set;

/** Functions of time. Dates and moments are texts of one form each: see {@link io.godwit.dialect.CanonicalTime}. */
final class TimeForms {

    private static final String UUID = "lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || "
            + "substr(hex(randomblob(2)), 2) || '-' || substr('89AB', 1 + (random() & 3), 1) || "
            + "substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))";

    private static final Set<String> CLOCK = Set.of("hour", "minute", "second");

    private TimeForms() {}

    static void addTo(Map<String, SqliteFunctions.Form> forms) {
        for (String now : new String[] {
            "now", "current_timestamp", "statement_timestamp", "transaction_timestamp", "clock_timestamp"
        }) {
            forms.put(now, TimeForms::now);
        }
        forms.put("current_date", call -> Term.atom("date('now')"));
        forms.put("gen_random_uuid", call -> Term.atom(UUID));
        forms.put("extract", TimeForms::extract);
        forms.put("date_part", TimeForms::extract);
        forms.put("date_trunc", TimeForms::truncated);
        forms.put("at time zone", TimeForms::atTimeZone);
    }

    /** SQLite's clock has milliseconds. */
    private static Term now(Call call) {
        if (call.size() > 0) {
            throw Refusal.of(call.name() + "(n)", "SQLite's clock has milliseconds", "now()");
        }
        return Term.atom("strftime('%Y-%m-%dT%H:%M:%f000Z', 'now')");
    }

    /** A date as the moment at which it begins. */
    static Term midnight(Term date) {
        return Term.of(date.inside(Binding.OPERATOR) + " || 'T00:00:00.000000'", Binding.OPERATOR);
    }

    private static Term extract(Call call) {
        String field = call.operand(0).constant();
        Term from = call.operand(1);
        if (field == null) {
            throw Refusal.of("date_part() of a field that is no literal", "SQLite has a form for each", "a literal");
        }
        if (from.is(Kind.INTERVAL) && field.equals("epoch")) {
            return TimeArithmetic.seconds(from);
        }
        if (from.is(Kind.TIMESTAMPTZ) && !field.equals("epoch")) {
            throw Refusal.of(
                    "extract(" + field + ") from a timestamptz",
                    "it depends on the session's time zone",
                    "extract(" + field + " from x AT TIME ZONE 'UTC')");
        }
        if (from.is(Kind.TIME)) {
            return Term.atom(field(field, midnightOf(from)));
        }
        if (!from.type().isMoment()) {
            throw Refusal.of(
                    "extract(" + field + ") from " + CastForms.name(from.type()),
                    "it has no form that gives PostgreSQL's answer",
                    "a column of type timestamp or date");
        }
        return Term.atom(field(field, from));
    }

    /** A time as a moment of some day; it has the clock's fields alone. */
    private static Term midnightOf(Term time) {
        return Term.of("'2000-01-01T' || " + time.inside(Binding.OPERATOR), Binding.OPERATOR)
                .as(time.type());
    }

    private static String field(String field, Term from) {
        if (from.is(Kind.TIME) && !CLOCK.contains(field)) {
            throw Refusal.of(
                    "extract(" + field + ") from a time", "a time has no such field", "hour, minute or second");
        }
        String text = from.sql();
        boolean day = from.is(Kind.DATE);
        return switch (field) {
            case "year" -> "CAST(substr(" + text + ", 1, 4) AS INTEGER)";
            case "month" -> "CAST(substr(" + text + ", 6, 2) AS INTEGER)";
            case "day" -> "CAST(substr(" + text + ", 9, 2) AS INTEGER)";
            case "quarter" -> "((CAST(substr(" + text + ", 6, 2) AS INTEGER) + 2) / 3)";
            case "dow" -> "CAST(strftime('%w', " + text + ") AS INTEGER)";
            case "isodow" -> "((CAST(strftime('%w', " + text + ") AS INTEGER) + 6) % 7 + 1)";
            case "doy" -> "CAST(strftime('%j', " + text + ") AS INTEGER)";
            case "hour" -> day ? zero(text) : "CAST(substr(" + text + ", 12, 2) AS INTEGER)";
            case "minute" -> day ? zero(text) : "CAST(substr(" + text + ", 15, 2) AS INTEGER)";
            case "second" -> day ? zero(text) : "CAST(substr(" + text + ", 18, 9) AS REAL)";
            case "epoch" -> epoch(text, day);
            default ->
                throw Refusal.of(
                        "extract(" + field + ")",
                        "it has no form that gives PostgreSQL's answer",
                        "year, quarter, month, week, day, dow, isodow, doy, hour, minute, second or epoch");
        };
    }

    private static String zero(String date) {
        return "(0 * length(" + date + "))";
    }

    private static String epoch(String text, boolean day) {
        String seconds = "CAST(strftime('%s', " + text + ") AS INTEGER)";
        return day ? seconds : microseconds(seconds + " + CAST(substr(" + text + ", 20, 7) AS REAL)", seconds, text);
    }

    /** Seconds with six digits after the point: a double holds them for 285 years around 1970. */
    private static String microseconds(String exact, String seconds, String text) {
        return "CASE WHEN abs(" + seconds + ") > 4503599627 AND substr(" + text + ", 24, 3) <> '000' THEN "
                + Failure.of("a double cannot hold the microseconds of so many seconds") + " ELSE round(" + exact
                + ", 6) END";
    }

    private static Term truncated(Call call) {
        String field = call.operand(0).constant();
        Term from = call.operand(1);
        if (!from.is(Kind.TIMESTAMP) || field == null) {
            throw Refusal.of(
                    "date_trunc() of " + CastForms.name(from.type()),
                    "it depends on the session's time zone",
                    "date_trunc('day', x AT TIME ZONE 'UTC') of a timestamptz, x::timestamp of a date");
        }
        String text = from.sql();
        return switch (field) {
            case "year" -> cut(text, 4, "-01-01T00:00:00.000000");
            case "month" -> cut(text, 7, "-01T00:00:00.000000");
            case "day" -> cut(text, 10, "T00:00:00.000000");
            case "hour" -> cut(text, 13, ":00:00.000000");
            case "minute" -> cut(text, 16, ":00.000000");
            case "second" -> cut(text, 19, ".000000");
            case "milliseconds" -> cut(text, 23, "000");
            case "microseconds" -> from;
            case "quarter" ->
                Term.of(
                        "substr(" + text + ", 1, 5) || printf('%02d', (CAST(substr(" + text
                                + ", 6, 2) AS INTEGER) - 1) / 3 * 3 + 1) || '-01T00:00:00.000000'",
                        Binding.OPERATOR);
            case "week" ->
                Term.of("date(" + text + ", '-6 days', 'weekday 1') || 'T00:00:00.000000'", Binding.OPERATOR);
            default ->
                throw Refusal.of(
                        "date_trunc('" + field + "')",
                        "it has no form that gives PostgreSQL's answer",
                        "year, quarter, month, week, day, hour, minute or second");
        };
    }

    private static Term cut(String text, int length, String rest) {
        return Term.of("substr(" + text + ", 1, " + length + ") || '" + rest + "'", Binding.OPERATOR);
    }

    private static Term atTimeZone(Call call) {
        String zone = call.operand(1).constant();
        if (zone == null || !(zone.equalsIgnoreCase("UTC") || zone.equalsIgnoreCase("Etc/UTC"))) {
            throw Refusal.of(
                    "AT TIME ZONE with another zone than UTC", "SQLite knows no time zones", "AT TIME ZONE 'UTC'");
        }
        Term moment = call.operand(0);
        if (moment.is(Kind.TIMESTAMPTZ)) {
            return Term.atom("substr(" + moment.sql() + ", 1, 26)");
        }
        if (moment.is(Kind.TIMESTAMP)) {
            return Term.of(moment.inside(Binding.OPERATOR) + " || 'Z'", Binding.OPERATOR);
        }
        throw Refusal.of(
                "AT TIME ZONE of " + CastForms.name(moment.type()),
                "it depends on the session's time zone",
                "a timestamp or timestamptz");
    }
}
