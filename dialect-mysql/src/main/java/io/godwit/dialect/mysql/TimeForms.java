package io.godwit.dialect.mysql;

import io.godwit.dialect.Binding;
import io.godwit.dialect.Call;
import io.godwit.dialect.Term;
import io.godwit.dialect.ValueType.Kind;
import java.util.Map;
import java.util.Set;

/** Functions of time. An instant is a DATETIME in UTC, whatever the session's time zone. */
final class TimeForms {

    private static final Set<String> CLOCK = Set.of("hour", "minute", "second");

    private TimeForms() {}

    static void addTo(Map<String, MySqlFunctions.Form> forms) {
        for (String now : new String[] {
            "now", "current_timestamp", "statement_timestamp", "transaction_timestamp", "clock_timestamp"
        }) {
            forms.put(now, TimeForms::now);
        }
        forms.put("current_date", call -> Term.atom("UTC_DATE()"));
        forms.put("gen_random_uuid", call -> Term.atom("UUID()"));
        forms.put("extract", TimeForms::extract);
        forms.put("date_part", TimeForms::extract);
        forms.put("date_trunc", TimeForms::truncated);
        forms.put("at time zone", TimeForms::atTimeZone);
        forms.put("make_date", TimeForms::date);
        forms.put("to_timestamp", TimeForms::instant);
    }

    private static Term now(Call call) {
        if (call.size() > 0) {
            throw Refusal.of(call.name() + "(n)", "an instant has six digits of a second here", "now()");
        }
        return Term.atom("UTC_TIMESTAMP(6)");
    }

    /** Seconds since 1970, rounded to microseconds. */
    private static Term instant(Call call) {
        Term number = call.operand(0);
        if (!number.type().isNumber()) {
            throw Refusal.of("to_timestamp() of what is no number", "it takes seconds", "a number of seconds");
        }
        return Term.atom("DATE_ADD(TIMESTAMP'1970-01-01 00:00:00.000000', INTERVAL ROUND("
                + number.inside(Binding.PRODUCT) + " * 1000000) MICROSECOND)");
    }

    /** A date as the moment at which it begins. */
    static Term midnight(Term date) {
        return Term.atom("CAST(" + date.sql() + " AS DATETIME(6))");
    }

    private static Term extract(Call call) {
        String field = call.operand(0).constant();
        Term from = call.operand(1);
        if (field == null) {
            throw Refusal.of("date_part() of a field that is no literal", "each has a form of its own", "a literal");
        }
        if (from.is(Kind.INTERVAL) && field.equals("epoch")) {
            return from;
        }
        if (from.is(Kind.TIMESTAMPTZ) && !field.equals("epoch")) {
            throw Refusal.of(
                    "extract(" + field + ") from a timestamptz",
                    "it depends on the session's time zone",
                    "extract(" + field + " from x AT TIME ZONE 'UTC')");
        }
        boolean clock = from.is(Kind.TIME) && CLOCK.contains(field);
        if (!from.type().isMoment() && !clock) {
            throw Refusal.of("extract(" + field + ") from " + CastForms.name(from.type()));
        }
        return Term.atom(field(field, from.sql()));
    }

    private static String field(String field, String text) {
        return switch (field) {
            case "year" -> "EXTRACT(YEAR FROM " + text + ")";
            case "quarter" -> "QUARTER(" + text + ")";
            case "month" -> "MONTH(" + text + ")";
            case "day" -> "DAYOFMONTH(" + text + ")";
            case "dow" -> "(DAYOFWEEK(" + text + ") - 1)";
            case "isodow" -> "(WEEKDAY(" + text + ") + 1)";
            case "doy" -> "DAYOFYEAR(" + text + ")";
            case "hour" -> "HOUR(" + text + ")";
            case "minute" -> "MINUTE(" + text + ")";
            case "second" -> "(SECOND(" + text + ") + MICROSECOND(" + text + ") * 0.000001)";
            case "epoch" -> secondsSince("DATE'1970-01-01'", text);
            default ->
                throw Refusal.of(
                        "extract(" + field + ")",
                        "it has no form that gives PostgreSQL's answer",
                        "year, quarter, month, day, dow, isodow, doy, hour, minute, second or epoch");
        };
    }

    private static Term date(Call call) {
        String year = call.operand(0).sql();
        return Term.atom("CAST(CONCAT(LPAD(" + year + ", 4, '0'), '-', "
                + call.operand(1).sql() + ", '-', " + call.operand(2).sql() + ") AS DATE)");
    }

    /** To the microsecond. */
    static String secondsSince(String from, String to) {
        return "(TIMESTAMPDIFF(MICROSECOND, " + from + ", " + to + ") * 0.000001)";
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
            case "year" -> day(text, "DAYOFYEAR(" + text + ") - 1");
            case "month" -> day(text, "DAYOFMONTH(" + text + ") - 1");
            case "week" -> day(text, "WEEKDAY(" + text + ")");
            case "day" -> midnight(Term.atom("DATE(" + text + ")"));
            case "hour" -> clock(text, "(MINUTE(" + text + ") * 60 + SECOND(" + text + ")) * 1000000 + ");
            case "minute" -> clock(text, "SECOND(" + text + ") * 1000000 + ");
            case "second" -> clock(text, "");
            default ->
                throw Refusal.of(
                        "date_trunc('" + field + "')",
                        "it has no form that gives PostgreSQL's answer",
                        "year, month, week, day, hour, minute or second");
        };
    }

    /** MariaDB takes no DATE_FORMAT in a generated column, for it depends on the session's language. */
    private static Term day(String text, String daysBefore) {
        return midnight(Term.atom("DATE_SUB(DATE(" + text + "), INTERVAL " + daysBefore + " DAY)"));
    }

    private static Term clock(String text, String before) {
        return Term.atom("DATE_SUB(" + text + ", INTERVAL " + before + "MICROSECOND(" + text + ") MICROSECOND)");
    }

    /** An instant and a moment in UTC are kept alike. */
    private static Term atTimeZone(Call call) {
        String zone = call.operand(1).constant();
        if (zone == null || !(zone.equalsIgnoreCase("UTC") || zone.equalsIgnoreCase("Etc/UTC"))) {
            throw Refusal.of(
                    "AT TIME ZONE with another zone than UTC",
                    "a server may have no tables of time zones",
                    "AT TIME ZONE 'UTC'");
        }
        Term moment = call.operand(0);
        if (moment.is(Kind.TIMESTAMPTZ) || moment.is(Kind.TIMESTAMP)) {
            return moment;
        }
        throw Refusal.of(
                "AT TIME ZONE of " + CastForms.name(moment.type()),
                "it depends on the session's time zone",
                "a timestamp or timestamptz");
    }
}
