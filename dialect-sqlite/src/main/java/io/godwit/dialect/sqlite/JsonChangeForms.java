package io.godwit.dialect.sqlite;

import io.godwit.dialect.Binding;
import io.godwit.dialect.Call;
import io.godwit.dialect.Term;
import io.godwit.dialect.ValueType;
import io.godwit.dialect.ValueType.Kind;
import java.util.Map;

/** Makes JSON of values, asks for keys, and sets a key. */
final class JsonChangeForms {

    private final SqliteFunctions functions;

    private JsonChangeForms(SqliteFunctions functions) {
        this.functions = functions;
    }

    static void addTo(Map<String, SqliteFunctions.Form> forms, SqliteFunctions functions) {
        JsonChangeForms changes = new JsonChangeForms(functions);
        forms.put("to_jsonb", JsonChangeForms::json);
        forms.put("to_json", JsonChangeForms::json);
        forms.put("?", changes::has);
        forms.put("jsonb_set", changes::set);
        SqliteFunctions.Form texts = forms.getOrDefault("||", changes::joined);
        forms.put("||", call -> call.result().is(Kind.JSON) ? changes.joined(call) : texts.of(call));
    }

    private static Term json(Call call) {
        Term value = call.operand(0);
        String known = "CASE WHEN " + value.inside(Binding.COMPARISON) + " IS NOT NULL THEN ";
        return switch (value.type().kind()) {
            case TEXT, UUID, DATE, INTEGER -> Term.atom(known + "json_quote(" + value.sql() + ") END");
            case BOOLEAN, DECIMAL -> Term.atom(known + JsonForms.element(value) + " END");
            case JSON, ARRAY -> value;
            default ->
                throw Refusal.of(
                        call.name() + "() of " + CastForms.name(value.type()),
                        "it has no form that gives PostgreSQL's answer",
                        "a cast to text");
        };
    }

    /** A patch goes into objects and takes keys away for null, so that there must be neither in it. */
    private Term joined(Call call) {
        String json = JsonForms.json(call).sql();
        String constant = call.operand(1).constant();
        String literal = constant == null ? "" : constant.strip();
        if (!literal.startsWith("{") || literal.indexOf('{', 1) >= 0 || literal.contains("null")) {
            throw Refusal.of(
                    "|| of JSON with another value than a literal plain object",
                    "SQLite merges what is inside of both too",
                    "jsonb_set() for each key");
        }
        String other = functions.literal(literal, ValueType.of(Kind.JSON)).sql();
        return Term.atom("CASE json_type(" + json + ") WHEN 'object' THEN json_patch(" + json + ", " + other
                + ") WHEN 'array' THEN json_insert(" + json + ", '$[#]', json(" + other + ")) ELSE CASE WHEN " + json
                + " IS NOT NULL THEN json_array(json(" + json + "), json(" + other + ")) END END");
    }

    /** A key of an object, a text in a list, or the text itself. */
    private Term has(Call call) {
        String json = JsonForms.json(call).sql();
        String key = call.operand(1).constant();
        if (key == null || key.indexOf('"') >= 0 || key.indexOf('\\') >= 0) {
            throw Refusal.of("? with a key that is no plain literal", "SQLite's paths hold no quotes", "a literal");
        }
        String path = functions.text("$.\"" + key + "\"");
        String text = functions.text(key);
        return Term.atom("CASE json_type(" + json + ") WHEN 'object' THEN json_type(" + json + ", " + path
                + ") IS NOT NULL WHEN 'array' THEN EXISTS (SELECT 1 FROM json_each(" + json
                + ") AS element WHERE element.type = 'text' AND element.value = " + text
                + ") WHEN 'text' THEN json_extract("
                + json + ", '$') = " + text + " WHEN NULL THEN NULL ELSE CASE WHEN json_type(" + json
                + ") IS NOT NULL THEN 0 END END");
    }

    /** PostgreSQL sets nothing in a scalar, and in a list by number alone. */
    private Term set(Call call) {
        String document = JsonForms.json(call).sql();
        String path = call.operand(1).constant();
        String create = call.size() > 3 ? call.operand(3).constant() : "true";
        if (path == null || !path.matches("\\{[A-Za-z_][A-Za-z0-9_]*}") || create == null) {
            throw Refusal.of(
                    "jsonb_set() of a path of several steps", "SQLite makes what is missing on the way", "one key");
        }
        Term value = call.operand(2).is(Kind.UNTYPED) && call.operand(2).constant() != null
                ? functions.literal(call.operand(2).constant(), ValueType.of(Kind.JSON))
                : call.operand(2);
        String key = functions.text("$.\"" + path.substring(1, path.length() - 1) + "\"");
        boolean creates = create.equals("true");
        String function = creates ? "json_set" : "json_replace";
        String empty = creates ? "" : " WHEN json_array_length(" + document + ") = 0 THEN " + document;
        return Term.atom("CASE WHEN json_type(" + document + ") = 'object' THEN CASE WHEN "
                + value.inside(Binding.COMPARISON) + " IS NOT NULL THEN " + function + "(" + document + ", " + key
                + ", json(" + value.sql() + ")) END" + empty + " WHEN " + document + " IS NOT NULL THEN "
                + Failure.of("jsonb_set needs an object") + " END");
    }
}
