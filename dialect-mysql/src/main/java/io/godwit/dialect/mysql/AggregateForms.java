package io.godwit.dialect.mysql;

import io.godwit.dialect.Call;
import io.godwit.dialect.Term;
import io.godwit.dialect.ValueType.Kind;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Aggregates and window functions. */
final class AggregateForms {

    private final MySqlSyntax syntax;

    private AggregateForms(MySqlSyntax syntax) {
        this.syntax = syntax;
    }

    static void addTo(Map<String, MySqlFunctions.Form> forms, MySqlSyntax syntax) {
        AggregateForms aggregates = new AggregateForms(syntax);
        forms.put("sum", call -> as(call, "SUM", NumberForms.number(call.operand(0))));
        forms.put("avg", AggregateForms::average);
        forms.put("min", call -> extreme(call, "MIN"));
        forms.put("max", call -> extreme(call, "MAX"));
        forms.put("bool_and", call -> as(call, "MIN", call.operand(0)));
        forms.put("bool_or", call -> as(call, "MAX", call.operand(0)));
        forms.put("string_agg", aggregates::joined);
        forms.put("count", AggregateForms::count);
        for (String window : List.of("row_number", "rank", "dense_rank", "ntile")) {
            forms.put(window, call -> call.as(window));
        }
        forms.put("percent_rank", aggregates::share);
        forms.put("cume_dist", aggregates::share);
        for (String window : List.of("first_value", "last_value", "nth_value")) {
            forms.put(window, call -> call.as(window));
        }
        forms.put("lag", aggregates::neighbour);
        forms.put("lead", aggregates::neighbour);
    }

    /** The order of its values does not change the result of such an aggregate. */
    private static Term as(Call call, String function, Term operand) {
        return new Call(call.name(), call.operands(), call.result(), call.distinct(), "", call.suffix())
                .as(function, operand.sql());
    }

    private static Term count(Call call) {
        if (call.distinct()) {
            ComparisonForms.requireEquality(call.operand(0));
        }
        return as(call, "COUNT", call.operand(0));
    }

    /** AVG has four digits more than its operand, PostgreSQL at least sixteen. */
    private static Term average(Call call) {
        Term operand = NumberForms.number(call.operand(0));
        return as(call, "AVG", operand.type().isExact() ? NumberForms.wide(operand) : operand);
    }

    private static Term extreme(Call call, String function) {
        ComparisonForms.requireEquality(call.operand(0));
        return as(call, function, call.operand(0));
    }

    /** What gets longer than group_concat_max_len is cut; the sessions of Godwit have no limit. */
    private Term joined(Call call) {
        String separator = call.operand(1).constant();
        if (separator == null
                || call.operand(0).is(Kind.BYTES)
                || !call.suffix().isEmpty()) {
            throw Refusal.of(
                    "string_agg() of bytes, over a window, or with a separator that is no literal",
                    "GROUP_CONCAT has no such thing",
                    "texts and a literal");
        }
        boolean plain = separator.chars().allMatch(c -> c >= ' ' && c != '\\');
        String between = plain
                ? syntax.text(separator)
                : "X'" + HexFormat.of().formatHex(separator.getBytes(StandardCharsets.UTF_8)) + "'";
        return Term.atom("GROUP_CONCAT(" + (call.distinct() ? "DISTINCT " : "")
                + call.operand(0).sql() + call.order() + " SEPARATOR " + between + ")");
    }

    private Term share(Call call) {
        if (syntax.isMariaDb()) {
            throw Refusal.of(
                    call.name() + "()",
                    "MariaDB's has ten digits after the point",
                    "rank() and count(*) over the same window");
        }
        return call.as(call.name());
    }

    /** MariaDB has no third argument. A row that is there has a 1, whatever its value. */
    private static Term withDefault(Call call) {
        String distance = ", " + call.operand(1).sql();
        return Term.atom("CASE WHEN " + call.as(call.name(), "1" + distance).sql() + " IS NULL THEN "
                + call.operand(2).sql() + " ELSE "
                + call.as(call.name(), call.operand(0).sql() + distance).sql() + " END");
    }

    private Term neighbour(Call call) {
        return call.size() == 3 && syntax.isMariaDb() ? withDefault(call) : call.as(call.name());
    }
}
