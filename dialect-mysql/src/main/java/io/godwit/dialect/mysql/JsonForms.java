package io.godwit.dialect.mysql;

import io.godwit.dialect.Binding;
import io.godwit.dialect.Call;
import io.godwit.dialect.Term;
import io.godwit.dialect.ValueType.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** JSON: a type of its own in MySQL, a checked text in MariaDB. */
final class JsonForms {

    private final MySqlSyntax syntax;

    private JsonForms(MySqlSyntax syntax) {
        this.syntax = syntax;
    }

    static void addTo(Map<String, MySqlFunctions.Form> forms, MySqlSyntax syntax) {
        JsonForms json = new JsonForms(syntax);
        forms.put("->", call -> json.part(call, keys(call)));
        forms.put("->>", call -> json.text(call, keys(call)));
        forms.put("#>", call -> json.part(call, steps(call.operand(1))));
        forms.put("#>>", call -> json.text(call, steps(call.operand(1))));
        for (String prefix : List.of("json", "jsonb")) {
            forms.put(
                    prefix + "_array_length",
                    call -> Term.atom("JSON_LENGTH(" + json(call).sql() + ")"));
            forms.put(prefix + "_typeof", JsonForms::type);
            forms.put(prefix + "_build_object", json::object);
            forms.put(prefix + "_build_array", json::array);
        }
    }

    private static Term json(Call call) {
        Term operand = call.operand(0);
        if (operand.is(Kind.JSON)) {
            return operand;
        }
        throw Refusal.of(
                call.name() + " of " + CastForms.name(operand.type()), "it is not known to be JSON", "a cast to jsonb");
    }

    /** A step into a document: a field's name, or the index of an element, from the end if it is negative. */
    private record Step(String text, boolean index) {}

    private static List<Step> keys(Call call) {
        List<Step> steps = new ArrayList<>();
        call.operands().stream().skip(1).forEach(key -> steps.add(step(key)));
        return steps;
    }

    private static Step step(Term key) {
        String constant = key.constant();
        if (constant == null || constant.indexOf('"') >= 0 || constant.indexOf('\\') >= 0) {
            throw Refusal.of(
                    "a JSON key that is no plain literal", "a path holds no quotes", "a literal without quotes");
        }
        if (!key.is(Kind.INTEGER)) {
            return new Step(".\"" + constant + "\"", false);
        }
        if (!constant.startsWith("-")) {
            return new Step("[" + constant + "]", true);
        }
        return new Step(
                constant.equals("-1") ? "[last]" : "[last-" + (Long.parseLong(constant.substring(1)) - 1) + "]", true);
    }

    /** A path of {@code {a,b}}. */
    private static List<Step> steps(Term keys) {
        String constant = keys.constant();
        if (constant == null || !constant.matches("\\{[A-Za-z_][A-Za-z0-9_ -]*(,[A-Za-z_][A-Za-z0-9_ -]*)*}")) {
            throw Refusal.of(
                    "a JSON path that is no literal of plain names",
                    "an element may be a name or an index",
                    "-> and ->> one after the other");
        }
        List<Step> steps = new ArrayList<>();
        for (String name : constant.substring(1, constant.length() - 1).split(",", -1)) {
            steps.add(new Step(".\"" + name.strip() + "\"", false));
        }
        return steps;
    }

    private Term part(Call call, List<Step> steps) {
        return Term.atom(guarded(call, steps, extract(json(call), steps)));
    }

    /** To both databases a value that is no array is its own first element; PostgreSQL finds nothing there. */
    private String guarded(Call call, List<Step> steps, String value) {
        List<String> arrays = new ArrayList<>();
        for (int at = 0; at < steps.size(); at++) {
            if (steps.get(at).index()) {
                arrays.add("JSON_TYPE(" + extract(json(call), steps.subList(0, at)) + ") = 'ARRAY'");
            }
        }
        return arrays.isEmpty() ? value : "CASE WHEN " + String.join(" AND ", arrays) + " THEN " + value + " END";
    }

    private String extract(Term document, List<Step> steps) {
        if (steps.stream().anyMatch(step -> step.text().startsWith("[last"))
                && syntax.isMariaDb()
                && !syntax.version().atLeast(10, 9, 0)) {
            throw Refusal.of("a JSON index from the end", "MariaDB has it from 10.9 on", "an index from the start");
        }
        StringBuilder path = new StringBuilder("$");
        steps.forEach(step -> path.append(step.text()));
        return "JSON_EXTRACT(" + document.sql() + ", " + syntax.text(path.toString()) + ")";
    }

    /** JSON's null is NULL; a text compares as every other does, not by the collation that JSON has. */
    private Term text(Call call, List<Step> steps) {
        String value = extract(json(call), steps);
        String text = "CASE WHEN JSON_TYPE(" + value + ") <> 'NULL' THEN JSON_UNQUOTE(" + value + ") END";
        return Term.atom("(" + guarded(call, steps, text) + " COLLATE " + syntax.exactCollation() + ")");
    }

    private static Term type(Call call) {
        return Term.atom(
                "CASE JSON_TYPE(" + json(call).sql() + ") WHEN 'OBJECT' THEN 'object' WHEN 'ARRAY' THEN 'array'"
                        + " WHEN 'STRING' THEN 'string' WHEN 'BOOLEAN' THEN 'boolean' WHEN 'NULL' THEN 'null'"
                        + " WHEN 'INTEGER' THEN 'number' WHEN 'UNSIGNED INTEGER' THEN 'number' WHEN 'DOUBLE' THEN 'number'"
                        + " WHEN 'DECIMAL' THEN 'number' END");
    }

    private Term object(Call call) {
        List<String> parts = new ArrayList<>();
        for (int index = 0; index < call.size(); index++) {
            parts.add(index % 2 == 0 ? CastForms.text(call.operand(index)).sql() : element(call.operand(index)));
        }
        return Term.atom("JSON_OBJECT(" + String.join(", ", parts) + ")");
    }

    private Term array(Call call) {
        List<String> parts = new ArrayList<>();
        call.operands().forEach(operand -> parts.add(element(operand)));
        return Term.atom("JSON_ARRAY(" + String.join(", ", parts) + ")");
    }

    private String element(Term term) {
        return switch (term.type().kind()) {
            case TEXT, UNTYPED, INTEGER -> term.sql();
            case UUID, DATE -> CastForms.text(term).sql();
            case JSON -> syntax.isMariaDb() ? document(term.sql()) : term.sql();
            case BOOLEAN ->
                document("CASE " + term.inside(Binding.COMPARISON) + " WHEN 1 THEN 'true' WHEN 0 THEN 'false' END");
            default ->
                throw Refusal.of(
                        CastForms.name(term.type()) + " in a JSON object",
                        "it has no form that gives PostgreSQL's answer",
                        "a cast to text");
        };
    }

    /** A text as the JSON that it holds. */
    private String document(String text) {
        return syntax.isMariaDb() ? "JSON_EXTRACT(" + text + ", '$')" : "CAST(" + text + " AS JSON)";
    }
}
