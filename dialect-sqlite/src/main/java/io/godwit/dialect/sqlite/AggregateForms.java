package io.godwit.dialect.sqlite;

import io.godwit.dialect.Call;
import io.godwit.dialect.Term;
import io.godwit.dialect.ValueType.Kind;
import java.util.List;
import java.util.Map;

/** Aggregates and window functions. */
final class AggregateForms {

    private AggregateForms() {}

    static void addTo(Map<String, SqliteFunctions.Form> forms) {
        forms.put("sum", AggregateForms::sum);
        forms.put("avg", AggregateForms::average);
        forms.put("min", AggregateForms::extreme);
        forms.put("max", AggregateForms::extreme);
        forms.put("bool_and", call -> call.as("min"));
        forms.put("bool_or", call -> call.as("max"));
        forms.put("string_agg", AggregateForms::joined);
        for (String list : List.of("jsonb_agg", "json_agg", "array_agg")) {
            forms.put(list, AggregateForms::list);
        }
        forms.put("count", AggregateForms::count);
        for (String window : List.of("row_number", "rank", "dense_rank", "ntile", "percent_rank", "cume_dist")) {
            forms.put(window, call -> call.as(window));
        }
        for (String window : List.of("lag", "lead", "first_value", "last_value", "nth_value")) {
            forms.put(window, call -> call.as(window));
        }
    }

    private static Term count(Call call) {
        if (call.distinct()) {
            ComparisonForms.requireEquality(call.operand(0));
        }
        return call.as("count");
    }

    private static Term sum(Call call) {
        NumberForms.number(call.operand(0));
        Term sum = call.as("sum");
        return call.operand(0).is(Kind.DECIMAL) ? RoundingForms.guarded(sum, call.result()) : sum;
    }

    private static Term average(Call call) {
        NumberForms.number(call.operand(0));
        return call.as("avg");
    }

    private static Term extreme(Call call) {
        ComparisonForms.requireOrder(call.operand(0));
        return call.as(call.name());
    }

    /** Of no rows PostgreSQL has no list. */
    private static Term list(Call call) {
        if (call.distinct()) {
            throw Refusal.of(
                    call.name() + "(DISTINCT …)",
                    "SQLite would compare texts of JSON",
                    call.name() + "() over a subquery with DISTINCT");
        }
        Term list = call.as("json_group_array", JsonForms.element(call.operand(0)));
        return Term.atom("nullif(" + list.sql() + ", '[]')");
    }

    private static Term joined(Call call) {
        if (call.distinct()) {
            throw Refusal.of(
                    "string_agg(DISTINCT …)",
                    "SQLite's has no separator then",
                    "string_agg() over a subquery with DISTINCT");
        }
        if (call.operand(0).is(Kind.BYTES)) {
            throw Refusal.of("string_agg() of bytes", "SQLite joins texts only", "texts");
        }
        return call.as("group_concat");
    }
}
