package io.godwit.dialect.mysql;

import io.godwit.dialect.Call;
import io.godwit.dialect.Term;
import io.godwit.dialect.ValueType;
import io.godwit.dialect.ValueType.Kind;

/** {@code json || '{"key": 1}'}: a plain object as a literal, or a list. */
record JsonJoining(MySqlSyntax syntax) {

    /** A patch goes into objects and takes keys away for null, so that there must be neither in it. */
    Term joined(Call call) {
        String json = JsonForms.json(call).sql();
        String constant = call.operand(1).constant();
        String literal = constant == null ? "" : constant.strip();
        boolean object = literal.startsWith("{") && literal.indexOf('{', 1) < 0 && !literal.contains("null");
        if (!object && !literal.startsWith("[")) {
            throw Refusal.of(
                    "|| of JSON with another value than a literal list or plain object",
                    "the engine merges what is inside of both too",
                    "jsonb_set() for each key");
        }
        String other =
                new CastForms(syntax).literal(literal, ValueType.of(Kind.JSON)).sql();
        if (!object) {
            return Term.atom("JSON_MERGE_PRESERVE(" + json + ", " + other + ")");
        }
        String list = "JSON_MERGE_PRESERVE(" + json + ", "
                + (syntax.isMariaDb() ? "CONCAT('[', " + other + ", ']')" : "JSON_ARRAY(" + other + ")") + ")";
        return Term.atom("CASE WHEN " + new JsonForms(syntax).typeOf(json) + " = 'OBJECT' THEN JSON_MERGE_PATCH(" + json
                + ", " + other + ") ELSE " + list + " END");
    }
}
