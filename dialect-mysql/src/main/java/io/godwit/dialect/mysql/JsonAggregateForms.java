package io.godwit.dialect.mysql;

import io.godwit.dialect.Call;
import io.godwit.dialect.Term;
import io.godwit.dialect.ValueType.Kind;
import java.util.Map;

/**
 * Aggregates that make JSON. Lists are joined of their elements' texts, for MySQL's JSON_ARRAYAGG has no order; of no rows both give
 * NULL, as PostgreSQL.
 */
final class JsonAggregateForms {

    private final MySqlSyntax syntax;
    private final JsonForms json;

    private JsonAggregateForms(MySqlSyntax syntax, JsonForms json) {
        this.syntax = syntax;
        this.json = json;
    }

    static void addTo(Map<String, MySqlFunctions.Form> forms, MySqlSyntax syntax, JsonForms json) {
        JsonAggregateForms aggregates = new JsonAggregateForms(syntax, json);
        forms.put("jsonb_agg", aggregates::list);
        forms.put("json_agg", aggregates::list);
        forms.put("array_agg", aggregates::list);
        forms.put("jsonb_object_agg", aggregates::object);
    }

    private Term list(Call call) {
        requirePlain(call);
        String element = "COALESCE(" + json.text(call.operand(0)) + ", 'null')";
        if (syntax.isMariaDb()) {
            return Term.atom("CONCAT('[', GROUP_CONCAT(" + element + call.order() + " SEPARATOR ','), ']')");
        }
        return call.order().isEmpty()
                ? Term.atom("JSON_ARRAYAGG(CAST(" + element + " AS JSON))")
                : joined("GROUP_CONCAT(CONCAT(" + element + ", ' ')" + call.order() + " SEPARATOR ',')");
    }

    /** What is longer than group_concat_max_len is cut: a list without its end, or of fewer rows, is no JSON and fails. */
    private static Term joined(String elements) {
        String list = "CONCAT('[', " + elements + ", CASE WHEN RIGHT(" + elements + ", 1) = ' ' THEN ']' END)";
        return Term.atom("CASE WHEN COUNT(*) > 0 THEN CAST(CASE WHEN JSON_LENGTH(" + list + ") = COUNT(*) THEN " + list
                + " ELSE 'cut at group_concat_max_len' END AS JSON) END");
    }

    /** In MariaDB a key would be there as often as rows have it. */
    private Term object(Call call) {
        requirePlain(call);
        if (syntax.isMariaDb() || !call.order().isEmpty()) {
            throw Refusal.of(
                    "jsonb_object_agg() in MariaDB, or with ORDER BY",
                    "which of two values of a key stays is another's choice there",
                    "jsonb_agg() of jsonb_build_object()");
        }
        return Term.atom("JSON_OBJECTAGG(" + CastForms.text(call.operand(0)).sql() + ", CAST(COALESCE("
                + json.text(call.operand(1)) + ", 'null') AS JSON))");
    }

    private static void requirePlain(Call call) {
        if (call.distinct() || !call.suffix().isEmpty()) {
            throw Refusal.of(
                    call.name() + "() with DISTINCT or OVER",
                    "GROUP_CONCAT has no such thing",
                    call.name() + "() over a subquery with DISTINCT");
        }
        if (call.operand(0).is(Kind.UNKNOWN)) {
            throw Refusal.of(
                    call.name() + "() of a value of unknown type",
                    "each type has a form of its own",
                    "a column of a table that operations made");
        }
    }
}
