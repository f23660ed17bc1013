package io.godwit.dialect.mysql;

import io.godwit.dialect.Binding;
import io.godwit.dialect.Call;
import io.godwit.dialect.Term;
import io.godwit.dialect.ValueType;
import io.godwit.dialect.ValueType.Kind;
import java.util.Map;

/** Makes JSON of values, asks for keys, sets and takes away keys. */
final class JsonChangeForms {

    private final MySqlSyntax syntax;
    private final JsonForms json;

    private JsonChangeForms(MySqlSyntax syntax, JsonForms json) {
        this.syntax = syntax;
        this.json = json;
    }

    static void addTo(Map<String, MySqlFunctions.Form> forms, MySqlSyntax syntax, JsonForms json) {
        JsonChangeForms changes = new JsonChangeForms(syntax, json);
        forms.put("to_jsonb", changes::made);
        forms.put("to_json", changes::made);
        forms.put("?", changes::has);
        forms.put("jsonb_set", changes::set);
    }

    private Term made(Call call) {
        Term value = call.operand(0);
        return value.is(Kind.JSON) || value.is(Kind.ARRAY)
                ? value
                : Term.atom("CASE WHEN " + value.inside(Binding.COMPARISON) + " IS NOT NULL THEN " + json.whole(value)
                        + " END");
    }

    /** A key of an object, a text in a list, or the text itself. */
    private Term has(Call call) {
        String document = JsonForms.json(call).sql();
        String key = call.operand(1).constant();
        if (key == null || key.indexOf('"') >= 0 || key.indexOf('\\') >= 0) {
            throw Refusal.of("? with a key that is no plain literal", "a path holds no quotes", "a literal");
        }
        if (syntax.isMariaDb() && !syntax.version().atLeast(10, 9, 0)) {
            throw Refusal.of(
                    "?", "MariaDB has JSON_OVERLAPS from 10.9 on", "-> and IS NOT NULL for the key of an object");
        }
        String text = syntax.text("\"" + key + "\"");
        String member = syntax.isMariaDb()
                ? "JSON_OVERLAPS(" + document + ", " + syntax.text("[\"" + key + "\"]") + ")"
                : "CAST(" + text + " AS JSON) MEMBER OF(" + document + ")";
        return Term.atom("CASE " + json.typeOf(document) + " WHEN 'OBJECT' THEN JSON_CONTAINS_PATH(" + document
                + ", 'one', " + syntax.text("$.\"" + key + "\"") + ") WHEN 'ARRAY' THEN " + member
                + " WHEN 'STRING' THEN JSON_UNQUOTE(" + document + ") COLLATE " + syntax.exactCollation() + " = "
                + syntax.text(key) + " ELSE CASE WHEN " + document + " IS NOT NULL THEN 0 END END");
    }

    /** What is missing on the way is not made, as in PostgreSQL; a list has no keys. */
    private Term set(Call call) {
        String document = JsonForms.json(call).sql();
        String create = call.size() > 3 ? call.operand(3).constant() : "true";
        String path = JsonForms.path(call.operand(1));
        if (create == null) {
            throw Refusal.of("jsonb_set() that may create or not", "each has a form of its own", "true or false");
        }
        String constant = call.operand(2).constant();
        Term value = call.operand(2).is(Kind.UNTYPED) && constant != null
                ? new CastForms(syntax).literal(constant, ValueType.of(Kind.JSON))
                : call.operand(2);
        if (!value.is(Kind.JSON) && constant == null) {
            throw Refusal.of("jsonb_set() to " + CastForms.name(value.type()), "it is no JSON", "to_jsonb()");
        }
        String function = create.equals("true") ? "JSON_SET" : "JSON_REPLACE";
        String set = function + "(" + document + ", " + syntax.text(path) + ", "
                + (syntax.isMariaDb() ? "JSON_EXTRACT(" + value.sql() + ", '$')" : value.sql()) + ")";
        return Term.atom("CASE WHEN " + value.inside(Binding.COMPARISON) + " IS NOT NULL THEN " + set + " END");
    }
}
