package io.godwit.dialect.sqlite;

import io.godwit.dialect.Binding;
import io.godwit.dialect.Call;
import io.godwit.dialect.Term;
import io.godwit.dialect.ValueType.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** JSON by functions that SQLite has in every build since 3.38 and in nearly all since 3.9; its own -> is younger than 3.37. */
final class JsonForms {

    private final SqliteFunctions functions;

    private JsonForms(SqliteFunctions functions) {
        this.functions = functions;
    }

    static void addTo(Map<String, SqliteFunctions.Form> forms, SqliteFunctions functions) {
        JsonForms json = new JsonForms(functions);
        forms.put("->", call -> json.part(call, json.path(call)));
        forms.put("->>", call -> json.text(call, json.path(call)));
        forms.put("#>", call -> json.part(call, json.steps(call.operand(1))));
        forms.put("#>>", call -> json.text(call, json.steps(call.operand(1))));
        forms.put(
                "jsonb_array_length",
                call -> Term.atom("json_array_length(" + json(call).sql() + ")"));
        forms.put(
                "json_array_length",
                call -> Term.atom("json_array_length(" + json(call).sql() + ")"));
        forms.put("jsonb_typeof", JsonForms::type);
        forms.put("json_typeof", JsonForms::type);
        forms.put("jsonb_build_object", json::object);
        forms.put("json_build_object", json::object);
        forms.put("jsonb_build_array", json::array);
        forms.put("json_build_array", json::array);
        forms.put("array", json::array);
        forms.put("cardinality", call -> Term.atom("json_array_length(" + list(call) + ")"));
        forms.put("array_length", JsonForms::arrayLength);
    }

    private static String list(Call call) {
        Term array = call.operand(0);
        if (array.is(Kind.ARRAY)) {
            return array.sql();
        }
        throw Refusal.of(
                call.name() + "() of " + CastForms.name(array.type()), "it is not known to be an array", "an array");
    }

    /** PostgreSQL gives an empty array no length. */
    private static Term arrayLength(Call call) {
        if (!"1".equals(call.operand(1).constant())) {
            throw Refusal.of("array_length() of another dimension than 1", "arrays are lists here", "1");
        }
        return Term.atom("nullif(json_array_length(" + list(call) + "), 0)");
    }

    static Term json(Call call) {
        Term operand = call.operand(0);
        if (operand.is(Kind.JSON)) {
            return operand;
        }
        throw Refusal.of(
                call.name() + " of " + CastForms.name(operand.type()), "it is not known to be JSON", "a cast to jsonb");
    }

    /** One path for all keys of a chain of arrows. */
    private String path(Call call) {
        String json = json(call).sql();
        StringBuilder path = new StringBuilder("$");
        String known = "";
        for (Term key : call.operands().subList(1, call.size())) {
            if (key.is(Kind.INTEGER) && ("0".equals(key.constant()) || "-1".equals(key.constant()))) {
                known = onlyElement(json, joined(known, path), step(key));
                path.setLength(0);
            } else {
                path.append(step(key));
            }
        }
        return joined(known, path);
    }

    private String joined(String known, StringBuilder path) {
        String rest = path.isEmpty() ? "" : functions.text(path.toString());
        return known.isEmpty() ? rest : rest.isEmpty() ? known : known + " || " + rest;
    }

    /** For PostgreSQL a scalar is the first and the last element of itself. */
    private static String onlyElement(String json, String path, String step) {
        return "(" + path + " || CASE WHEN json_type(" + json + ", " + path + ") IN ('object', 'array') THEN '" + step
                + "' ELSE '' END)";
    }

    /** A field's name, or an index, from the end if it is negative. */
    private static String step(Term key) {
        String constant = key.constant();
        if (constant == null || constant.indexOf('"') >= 0 || constant.indexOf('\\') >= 0) {
            throw Refusal.of(
                    "a JSON key that is no plain literal", "SQLite's paths hold no quotes", "a literal without quotes");
        }
        if (key.is(Kind.INTEGER)) {
            return constant.startsWith("-") ? "[#" + constant + "]" : "[" + constant + "]";
        }
        return ".\"" + constant + "\"";
    }

    /** A path of {@code {a,b}}. */
    private String steps(Term keys) {
        String constant = keys.constant();
        if (constant == null || !constant.matches("\\{[A-Za-z_][A-Za-z0-9_ -]*(,[A-Za-z_][A-Za-z0-9_ -]*)*}")) {
            throw Refusal.of(
                    "a JSON path that is no literal of plain names",
                    "an element may be a name or an index",
                    "-> and ->> one after the other");
        }
        StringBuilder path = new StringBuilder("$");
        for (String name : constant.substring(1, constant.length() - 1).split(",", -1)) {
            path.append(".\"").append(name.strip()).append('"');
        }
        return functions.text(path.toString());
    }

    private Term part(Call call, String path) {
        return Term.atom("CASE WHEN json_type(" + json(call).sql() + ", " + path + ") IS NOT NULL THEN "
                + asWritten(call, path) + " END");
    }

    /** SQLite would give true as 1, and a number in digits of its own. */
    private Term text(Call call, String path) {
        String at = "(" + json(call).sql() + ", " + path + ")";
        return Term.atom("CASE WHEN json_type" + at + " IN ('true', 'false') THEN json_type" + at + " WHEN json_type"
                + at + " IN ('integer', 'real') THEN " + asWritten(call, path) + " WHEN json_type" + at
                + " IN ('object', 'array') THEN "
                + Failure.of("the text of a JSON object or list is not the same everywhere")
                + " ELSE json_extract" + at + " END");
    }

    /** A part as it stands in the text: of two paths SQLite makes an array, in which it leaves the parts alone. */
    private static String asWritten(Call call, String path) {
        String twice = "json_extract(" + call.operand(0).sql() + ", " + path + ", " + path + ")";
        return "substr(" + twice + ", 2, (length(" + twice + ") - 3) / 2)";
    }

    private static Term type(Call call) {
        return Term.atom(
                "CASE json_type(" + json(call).sql() + ") WHEN 'true' THEN 'boolean' WHEN 'false' THEN 'boolean'"
                        + " WHEN 'integer' THEN 'number' WHEN 'real' THEN 'number' WHEN 'text' THEN 'string'"
                        + " ELSE json_type(" + call.operand(0).sql() + ") END");
    }

    private Term object(Call call) {
        List<String> parts = new ArrayList<>();
        for (int index = 0; index < call.size(); index++) {
            parts.add(index % 2 == 0 ? CastForms.text(call.operand(index)).sql() : element(call.operand(index)));
        }
        return Term.atom("json_object(" + String.join(", ", parts) + ")");
    }

    private Term array(Call call) {
        List<String> parts = new ArrayList<>();
        call.operands().forEach(operand -> parts.add(element(operand)));
        return Term.atom("json_array(" + String.join(", ", parts) + ")");
    }

    static String element(Term term) {
        return switch (term.type().kind()) {
            case TEXT, UNTYPED, UUID, DATE, INTEGER -> term.sql();
            case JSON, ARRAY -> "json(" + term.sql() + ")";
            case BOOLEAN ->
                "json(CASE " + term.inside(Binding.COMPARISON)
                        + " WHEN 1 THEN 'true' WHEN 0 THEN 'false' ELSE 'null' END)";
            case DECIMAL -> "json(" + CastForms.text(term).sql() + ")";
            default ->
                throw Refusal.of(
                        "a value of type " + CastForms.name(term.type()) + " in a JSON object",
                        "it has no form that gives PostgreSQL's answer",
                        "a cast to text");
        };
    }
}
