package io.godwit.dialect.mssql;

import io.godwit.dialect.Call;
import io.godwit.dialect.Term;
import io.godwit.dialect.ValueType.Kind;
import java.util.List;
import java.util.Map;

/** Functions of time: nothing here depends on the session's language, DATEFIRST or time zone. */
final class TimeForms {

    private TimeForms() {}

    static void addTo(Map<String, MsSqlFunctions.Form> forms) {
        for (String now : List.of(
                "now", "current_timestamp", "statement_timestamp", "transaction_timestamp", "clock_timestamp")) {
            forms.put(now, TimeForms::now);
        }
        forms.put("current_date", call -> Term.atom("CAST(SYSUTCDATETIME() AS DATE)"));
        forms.put("gen_random_uuid", call -> Term.atom("NEWID()"));
        forms.put("extract", TimeForms::extract);
        forms.put("date_part", TimeForms::extract);
        forms.put("date_trunc", TimeForms::truncated);
        forms.put("at time zone", TimeForms::atTimeZone);
    }

    private static Term now(Call call) {
        if (call.size() > 0) {
            throw Refusal.of(call.name() + "(n)", "SQL Server's clock has seven digits", "now()");
        }
        return Term.atom("SYSDATETIMEOFFSET()");
    }

    private static Term extract(Call call) {
        String field = call.operand(0).constant();
        Term from = call.operand(1);
        if (field == null) {
            throw Refusal.of(
                    "date_part() of a field that is no literal", "SQL Server has a form for each", "a literal");
        }
        if (from.is(Kind.INTERVAL) && field.equals("epoch")) {
            return seconds(from.atom());
        }
        if (from.is(Kind.TIMESTAMPTZ) && !field.equals("epoch")) {
            throw Refusal.of(
                    "extract(" + field + ") from a timestamptz",
                    "it depends on the session's time zone",
                    "extract(" + field + " from x AT TIME ZONE 'UTC')");
        }
        if (!from.type().isMoment()) {
            throw Refusal.of(
                    "extract(" + field + ") from " + CastForms.name(from.type()),
                    "it has no form that gives PostgreSQL's answer",
                    "a column of type timestamp or date");
        }
        return field(field, from.sql());
    }

    private static Term field(String field, String from) {
        return switch (field) {
            case "year", "quarter", "month", "day", "hour", "minute" -> part(field, from);
            case "doy" -> part("dayofyear", from);
            case "dow" -> Term.atom("((" + daysSinceMonday(from) + " + 1) % 7)");
            case "isodow" -> Term.atom("(" + daysSinceMonday(from) + " + 1)");
            case "second" ->
                Term.atom("CAST((DATEPART(second, " + from + ") * 1000000 + DATEPART(microsecond, " + from
                        + ")) * 0.000001 AS DECIMAL(8,6))");
            case "epoch" ->
                seconds("DATEDIFF_BIG(microsecond, CAST(N'1970-01-01T00:00:00Z' AS DATETIMEOFFSET(6)), " + from + ")");
            default ->
                throw Refusal.of(
                        "extract(" + field + ")",
                        "it has no form that gives PostgreSQL's answer",
                        "year, quarter, month, day, dow, isodow, doy, hour, minute, second or epoch");
        };
    }

    private static Term part(String field, String from) {
        return Term.atom("DATEPART(" + field + ", " + from + ")");
    }

    /** Microseconds as seconds. */
    private static Term seconds(String micros) {
        return Term.atom("CAST(" + micros + " * 0.000001 AS DECIMAL(25,6))");
    }

    /** 0 on a Monday, whatever day the session's weeks begin with: the first day of 1900 was one. */
    private static String daysSinceMonday(String from) {
        return "((DATEDIFF(day, CAST(N'1900-01-01' AS DATE), " + from + ") % 7 + 7) % 7)";
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
        String day = "CAST(CAST(" + text + " AS DATE) AS DATETIME2(6))";
        return switch (field) {
            case "year" -> Term.atom("DATETIME2FROMPARTS(YEAR(" + text + "), 1, 1, 0, 0, 0, 0, 6)");
            case "month" -> Term.atom("DATETIME2FROMPARTS(YEAR(" + text + "), MONTH(" + text + "), 1, 0, 0, 0, 0, 6)");
            case "week" -> Term.atom("DATEADD(day, -" + daysSinceMonday(text) + ", " + day + ")");
            case "day" -> Term.atom(day);
            case "hour", "minute", "second" ->
                Term.atom("DATEADD(" + field + ", DATEDIFF(" + field + ", " + day + ", " + text + "), " + day + ")");
            default ->
                throw Refusal.of(
                        "date_trunc('" + field + "')",
                        "it has no form that gives PostgreSQL's answer",
                        "year, month, week, day, hour, minute or second");
        };
    }

    private static Term atTimeZone(Call call) {
        String zone = call.operand(1).constant();
        if (zone == null || !(zone.equalsIgnoreCase("UTC") || zone.equalsIgnoreCase("Etc/UTC"))) {
            throw Refusal.of(
                    "AT TIME ZONE with another zone than UTC",
                    "SQL Server knows the zones by Windows' names",
                    "AT TIME ZONE 'UTC'");
        }
        Term moment = call.operand(0);
        if (moment.is(Kind.TIMESTAMPTZ)) {
            return Term.atom("CAST(SWITCHOFFSET(" + moment.sql() + ", 0) AS DATETIME2(6))");
        }
        if (moment.is(Kind.TIMESTAMP)) {
            return Term.atom("TODATETIMEOFFSET(" + moment.sql() + ", 0)");
        }
        throw Refusal.of(
                "AT TIME ZONE of " + CastForms.name(moment.type()),
                "it depends on the session's time zone",
                "a timestamp or timestamptz");
    }
}
