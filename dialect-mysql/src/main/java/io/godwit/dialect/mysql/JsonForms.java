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

    JsonForms(MySqlSyntax syntax) {
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
            forms.put(prefix + "_typeof", json::type);
            forms.put(prefix + "_build_object", json::object);
            forms.put(prefix + "_build_array", json::array);
        }
        forms.put("array", json::array);
        forms.put("cardinality", call -> Term.atom("JSON_LENGTH(" + list(call) + ")"));
        forms.put("array_length", JsonForms::arrayLength);
        JsonChangeForms.addTo(forms, syntax, json);
        JsonAggregateForms.addTo(forms, syntax, json);
    }

    static Term json(Call call) {
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

    /** The same as the path of the engine. */
    static String path(Term keys) {
        StringBuilder path = new StringBuilder("$");
        steps(keys).forEach(step -> path.append(step.text()));
        return path.toString();
    }

    private Term part(Call call, List<Step> steps) {
        return Term.atom(guarded(call, steps, extract(json(call), steps)));
    }

    /** To both databases a value that is no array is its own first and last element; PostgreSQL has it so with scalars only. */
    private String guarded(Call call, List<Step> steps, String value) {
        List<String> arrays = new ArrayList<>();
        for (int at = 0; at < steps.size(); at++) {
            if (steps.get(at).index()) {
                boolean only = steps.get(at).text().equals("[0]")
                        || steps.get(at).text().equals("[last]");
                arrays.add(typeOf(extract(json(call), steps.subList(0, at))) + (only ? " <> 'OBJECT'" : " = 'ARRAY'"));
            }
        }
        return arrays.isEmpty() ? value : "CASE WHEN " + String.join(" AND ", arrays) + " THEN " + value + " END";
    }

    private String extract(Term document, List<Step> steps) {
        if (syntax.isMariaDb()
                && !steps.isEmpty()
                && steps.get(steps.size() - 1).text().startsWith("[last")) {
            return fromTheEnd(document, steps);
        }
        if (syntax.isMariaDb() && steps.stream().anyMatch(step -> step.text().startsWith("[last"))) {
            throw Refusal.of(
                    "a JSON index from the end before another key",
                    "MariaDB finds it as the last one only",
                    "indexes from the start");
        }
        StringBuilder path = new StringBuilder("$");
        steps.forEach(step -> path.append(step.text()));
        return "JSON_EXTRACT(" + document.sql() + ", " + syntax.text(path.toString()) + ")";
    }

    /** MariaDB finds nothing from the end of a list whose last element is an object, so that its elements are counted. */
    private String fromTheEnd(Term document, List<Step> steps) {
        int at = steps.size() - 1;
        String last = steps.get(at).text();
        if (steps.subList(0, at).stream().anyMatch(step -> step.text().startsWith("[last"))) {
            throw Refusal.of(
                    "several JSON indexes from the end", "MariaDB finds them one by one", "indexes from the start");
        }
        int back =
                last.equals("[last]") ? 1 : 1 + Integer.parseInt(last.substring("[last-".length(), last.length() - 1));
        String parent = extract(document, steps.subList(0, at));
        String count = "JSON_LENGTH(" + parent + ")";
        return "CASE WHEN " + count + " >= " + back + " THEN JSON_EXTRACT(" + parent + ", CONCAT('$[', " + count + " - "
                + back + ", ']')) END";
    }

    /** JSON's null is NULL; a text compares as every other does, not by the collation that JSON has. */
    private Term text(Call call, List<Step> steps) {
        String value = extract(json(call), steps);
        String text = "CASE WHEN " + typeOf(value) + " <> 'NULL' THEN JSON_UNQUOTE(" + value + ") END";
        return Term.atom("(" + guarded(call, steps, text) + " COLLATE " + syntax.exactCollation() + ")");
    }

    /** In MySQL the type's name has JSON's collation, a literal the session's: neither yields by itself. */
    String typeOf(String json) {
        return "JSON_TYPE(" + json + ")" + (syntax.isMariaDb() ? "" : " COLLATE " + syntax.exactCollation());
    }

    private Term type(Call call) {
        return Term.atom("CASE " + typeOf(json(call).sql()) + " WHEN 'OBJECT' THEN 'object' WHEN 'ARRAY' THEN 'array'"
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

    /** A value that is not NULL as a document of its own. */
    String whole(Term term) {
        return switch (term.type().kind()) {
            case INTEGER -> syntax.isMariaDb() ? CastForms.text(term).sql() : "CAST(" + term.sql() + " AS JSON)";
            case TEXT, UNTYPED, UUID, DATE -> {
                String text = "JSON_QUOTE(" + CastForms.text(term).sql() + ")";
                yield syntax.isMariaDb() ? text : "CAST(" + text + " AS JSON)";
            }
            default -> element(term);
        };
    }

    /** A value that is not NULL as the text of a document. */
    String text(Term term) {
        return switch (term.type().kind()) {
            case INTEGER -> CastForms.text(term).sql();
            case TEXT, UNTYPED, UUID, DATE ->
                "(JSON_QUOTE(" + CastForms.text(term).sql() + ") COLLATE " + syntax.exactCollation() + ")";
            case BOOLEAN -> CastForms.text(term).sql();
            case JSON, ARRAY -> syntax.isMariaDb() ? term.sql() : "CAST(" + term.sql() + " AS CHAR)";
            default ->
                throw Refusal.of(
                        CastForms.name(term.type()) + " in a JSON list",
                        "it has no form that gives PostgreSQL's answer",
                        "a cast to text");
        };
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
        return Term.atom("NULLIF(JSON_LENGTH(" + list(call) + "), 0)");
    }

    private String element(Term term) {
        return switch (term.type().kind()) {
            case INTEGER -> term.sql();
            case TEXT, UNTYPED -> syntax.isMariaDb() ? collated(term) : term.sql();
            case UUID, DATE -> CastForms.text(term).sql();
            case JSON, ARRAY -> syntax.isMariaDb() ? document(term.sql()) : term.sql();
            case BOOLEAN ->
                document("CASE " + term.inside(Binding.COMPARISON) + " WHEN 1 THEN 'true' WHEN 0 THEN 'false' END");
            default ->
                throw Refusal.of(
                        CastForms.name(term.type()) + " in a JSON object",
                        "it has no form that gives PostgreSQL's answer",
                        "a cast to text");
        };
    }

    /** MariaDB's JSON is text of this collation, with which no other can stand in one list. */
    private static String collated(Term text) {
        return text.sql().equals("NULL") ? "NULL" : "(" + text.atom() + " COLLATE utf8mb4_bin)";
    }

    /** A text as the JSON that it holds. */
    private String document(String text) {
        return syntax.isMariaDb() ? "JSON_EXTRACT(" + text + ", '$')" : "CAST(" + text + " AS JSON)";
    }
}
