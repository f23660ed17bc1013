package io.godwit.dialect.mssql;

import io.godwit.dialect.Call;
import io.godwit.dialect.Term;
import io.godwit.dialect.ValueType.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Aggregates and window functions: sums and averages in types that have PostgreSQL's room and digits. */
final class AggregateForms {

    private AggregateForms() {}

    static void addTo(Map<String, MsSqlFunctions.Form> forms) {
        forms.put("count", AggregateForms::count);
        forms.put("count(*)", call -> Term.atom("COUNT_BIG(*)" + call.suffix()));
        forms.put("sum", AggregateForms::sum);
        forms.put("avg", AggregateForms::average);
        forms.put("min", AggregateForms::extreme);
        forms.put("max", AggregateForms::extreme);
        forms.put("bool_and", call -> truth(call, "MIN"));
        forms.put("bool_or", call -> truth(call, "MAX"));
        forms.put("string_agg", AggregateForms::joined);
        for (String list : List.of("jsonb_agg", "json_agg", "array_agg")) {
            forms.put(list, AggregateForms::list);
        }
        for (String window : List.of(
                "row_number",
                "rank",
                "dense_rank",
                "ntile",
                "percent_rank",
                "cume_dist",
                "lag",
                "lead",
                "first_value",
                "last_value")) {
            forms.put(window, AggregateForms::window);
        }
    }

    private static Term count(Call call) {
        if (call.distinct()) {
            ComparisonForms.requireEquality(call.operand(0));
        }
        return call.as("COUNT_BIG");
    }

    /** The sum of INTs would be an INT. */
    private static Term sum(Call call) {
        Term operand = NumberForms.number(call.operand(0));
        if (!operand.is(Kind.INTEGER)) {
            return call.as("SUM");
        }
        String wide = operand.type().precision() == 19 ? "DECIMAL(38,0)" : "BIGINT";
        return call.as("SUM", "CAST(" + operand.sql() + " AS " + wide + ")");
    }

    /** The average of INTs would be an INT. */
    private static Term average(Call call) {
        Term operand = NumberForms.number(call.operand(0));
        return operand.type().isExact()
                ? call.as("AVG", NumberForms.decimal(operand, 38, 20).sql())
                : call.as("AVG");
    }

    private static Term extreme(Call call) {
        ComparisonForms.requireOrder(call.operand(0));
        if (call.operand(0).is(Kind.UUID)) {
            throw Refusal.of(
                    call.name() + "() of uuids", "SQL Server orders them by their last bytes first", "x::text");
        }
        return call.as(call.name().toUpperCase(Locale.ROOT));
    }

    /** There is no MIN of a BIT. */
    private static Term truth(Call call, String function) {
        String number = "CAST(" + call.operand(0).sql() + " AS TINYINT)";
        return Term.atom("CAST(" + call.as(function, number).sql() + " AS BIT)");
    }

    /** Elements as the text of JSON; of no rows STRING_AGG gives NULL, as PostgreSQL. */
    private static Term list(Call call) {
        if (call.distinct() || !call.suffix().isEmpty()) {
            throw Refusal.of(
                    call.name() + "() with DISTINCT or OVER",
                    "STRING_AGG has neither",
                    call.name() + "() over a subquery with DISTINCT");
        }
        String order =
                call.order().isEmpty() ? "" : " WITHIN GROUP (" + call.order().strip() + ")";
        return Term.atom("(N'[' + STRING_AGG(CAST(" + JsonForms.element(call.operand(0)) + " AS NVARCHAR(MAX)), N',')"
                + order + " + N']')");
    }

    private static Term joined(Call call) {
        if (call.distinct() || !call.suffix().isEmpty()) {
            throw Refusal.of(
                    "string_agg() with DISTINCT or OVER",
                    "SQL Server's has neither",
                    "string_agg() over a subquery with DISTINCT");
        }
        if (call.operand(1).constant() == null) {
            throw Refusal.of(
                    "string_agg() with a separator that is no literal", "SQL Server takes literals", "a literal");
        }
        String order =
                call.order().isEmpty() ? "" : " WITHIN GROUP (" + call.order().strip() + ")";
        return Term.atom("STRING_AGG(CAST(" + TextForms.text(call.operand(0)).sql() + " AS NVARCHAR(MAX)), "
                + call.operand(1).sql() + ")" + order);
    }

    /** Rows are numbered in an order on SQL Server, if only in none. The name of a window is refused where it is defined. */
    private static Term window(Call call) {
        String suffix = call.suffix();
        String ordered = suffix.contains("ORDER BY ") || !suffix.endsWith(")")
                ? suffix
                : suffix.substring(0, suffix.length() - 1) + (suffix.endsWith("()") ? "" : " ")
                        + "ORDER BY (SELECT NULL))";
        return new Call(call.name(), call.operands(), call.result(), call.distinct(), call.order(), ordered)
                .as(call.name().toUpperCase(Locale.ROOT));
    }
}
