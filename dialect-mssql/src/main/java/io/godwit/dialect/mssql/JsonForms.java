package io.godwit.dialect.mssql;

import io.godwit.dialect.Binding;
import io.godwit.dialect.Call;
import io.godwit.dialect.SqlSyntax;
import io.godwit.dialect.Term;
import io.godwit.dialect.ValueType.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * JSON, kept as text. A part is looked up by OPENJSON, which tells a string from a number from a null; paths are exact and lax
 * (https://learn.microsoft.com/sql/relational-databases/json/json-path-expressions-sql-server).
 */
final class JsonForms {

    private final SqlSyntax syntax;

    private JsonForms(SqlSyntax syntax) {
        this.syntax = syntax;
    }

    static void addTo(Map<String, MsSqlFunctions.Form> forms, SqlSyntax syntax) {
        JsonForms json = new JsonForms(syntax);
        forms.put("->", call -> json.part(call, keys(call)));
        forms.put("->>", call -> json.text(call, keys(call)));
        forms.put("#>", call -> json.part(call, steps(call.operand(1))));
        forms.put("#>>", call -> json.text(call, steps(call.operand(1))));
        forms.put("jsonb_array_length", JsonForms::arrayLength);
        forms.put("json_array_length", JsonForms::arrayLength);
        forms.put("jsonb_typeof", JsonForms::type);
        forms.put("json_typeof", JsonForms::type);
        forms.put("jsonb_build_object", json::object);
        forms.put("json_build_object", json::object);
        forms.put("jsonb_build_array", JsonForms::array);
        forms.put("json_build_array", JsonForms::array);
        forms.put("array", JsonForms::array);
        forms.put("to_jsonb", JsonForms::made);
        forms.put("to_json", JsonForms::made);
    }

    private static Term json(Call call) {
        Term operand = call.operand(0);
        if (operand.is(Kind.JSON)) {
            return operand;
        }
        throw Refusal.of(
                call.name() + " of " + CastForms.name(operand.type()), "it is not known to be JSON", "a cast to jsonb");
    }

    private static List<Term> keys(Call call) {
        return call.operands().subList(1, call.size());
    }

    /** A path of {@code {a,b}}. */
    private static List<Term> steps(Term keys) {
        String constant = keys.constant();
        if (constant == null || !constant.matches("\\{[A-Za-z_][A-Za-z0-9_ -]*(,[A-Za-z_][A-Za-z0-9_ -]*)*}")) {
            throw Refusal.of(
                    "a JSON path that is no literal of plain names",
                    "an element may be a name or an index",
                    "-> and ->> one after the other");
        }
        List<Term> steps = new ArrayList<>();
        for (String name : constant.substring(1, constant.length() - 1).split(",", -1)) {
            steps.add(new Term("", Binding.ATOM, keys.type(), name.strip()));
        }
        return steps;
    }

    /** A part as JSON. */
    private Term part(Call call, List<Term> keys) {
        String value = "CASE [type] WHEN 0 THEN N'null' WHEN 1 THEN N'\"' + STRING_ESCAPE([value], N'json') + N'\"'"
                + " ELSE [value] END";
        return found(json(call).sql(), keys, value);
    }

    private Term text(Call call, List<Term> keys) {
        boolean plain = keys.stream().noneMatch(key -> isFromTheEnd(key));
        if (!plain) {
            return found(json(call).sql(), keys, "[value]");
        }
        String at = "(" + json(call).sql() + ", " + syntax.text(path(keys)) + ")";
        return Term.atom("COALESCE(JSON_QUERY" + at + ", JSON_VALUE" + at + ")");
    }

    private Term found(String document, List<Term> keys, String value) {
        Term last = keys.get(keys.size() - 1);
        List<Term> before = keys.subList(0, keys.size() - 1);
        String within = document;
        if (!before.isEmpty()) {
            String at = syntax.text(path(before));
            within = "JSON_QUERY(" + document + ", " + at + ")";
        }
        String start = "LEFT(LTRIM(" + within + "), 1) = ";
        if (last.is(Kind.INTEGER)) {
            String number = constant(last);
            String order = " WHERE " + start + "N'[' ORDER BY CAST([key] AS INT)" + (isFromTheEnd(last) ? " DESC" : "");
            long skipped = isFromTheEnd(last) ? -Long.parseLong(number) - 1 : Long.parseLong(number);
            return Term.atom("(SELECT " + value + " FROM OPENJSON(" + within + ")" + order + " OFFSET " + skipped
                    + " ROWS FETCH NEXT 1 ROWS ONLY)");
        }
        return Term.atom("(SELECT " + value + " FROM OPENJSON(" + within + ") WHERE " + start + "N'{' AND [key] = "
                + syntax.text(constant(last)) + MsSqlSyntax.EXACT + ")");
    }

    private static boolean isFromTheEnd(Term key) {
        return key.is(Kind.INTEGER) && constant(key).startsWith("-");
    }

    private static String constant(Term key) {
        String constant = key.constant();
        if (constant == null || constant.indexOf('"') >= 0 || constant.indexOf('\\') >= 0) {
            throw Refusal.of(
                    "a JSON key that is no plain literal",
                    "SQL Server's paths are literals",
                    "a literal without quotes");
        }
        return constant;
    }

    private static String path(List<Term> keys) {
        StringBuilder path = new StringBuilder("$");
        for (Term key : keys) {
            if (isFromTheEnd(key)) {
                throw Refusal.of(
                        "a JSON index from the end before another key",
                        "SQL Server counts from the start",
                        "->> -1 last");
            }
            path.append(key.is(Kind.INTEGER) ? "[" + constant(key) + "]" : ".\"" + constant(key) + "\"");
        }
        return path.toString();
    }

    private static Term arrayLength(Call call) {
        Term json = json(call);
        return Term.atom("CASE WHEN " + json.inside(Binding.COMPARISON)
                + " IS NOT NULL THEN (SELECT COUNT(*) FROM OPENJSON(" + json.sql() + ")) END");
    }

    private static Term type(Call call) {
        return Term.atom(
                "CASE LEFT(LTRIM(" + json(call).sql() + "), 1) WHEN N'{' THEN N'object' WHEN N'[' THEN N'array'"
                        + " WHEN N'\"' THEN N'string' WHEN N't' THEN N'boolean' WHEN N'f' THEN N'boolean' WHEN N'n' THEN N'null'"
                        + " ELSE CASE WHEN " + call.operand(0).inside(Binding.COMPARISON)
                        + " IS NOT NULL THEN N'number' END END");
    }

    private Term object(Call call) {
        List<String> parts = new ArrayList<>();
        for (int index = 0; index + 1 < call.size(); index += 2) {
            String separator = index == 0 ? "{\"" : ",\"";
            parts.add("N'" + separator + "'");
            parts.add("STRING_ESCAPE(" + TextForms.text(call.operand(index)).sql() + ", N'json')");
            parts.add("N'\":'");
            parts.add(element(call.operand(index + 1)));
        }
        parts.add(parts.isEmpty() ? "N'{}'" : "N'}'");
        return joined(parts);
    }

    private static Term array(Call call) {
        List<String> parts = new ArrayList<>();
        for (int index = 0; index < call.size(); index++) {
            parts.add(index == 0 ? "N'['" : "N','");
            parts.add(element(call.operand(index)));
        }
        parts.add(parts.isEmpty() ? "N'[]'" : "N']'");
        return joined(parts);
    }

    private static Term joined(List<String> parts) {
        return Term.atom("CONCAT(CAST(N'' AS NVARCHAR(MAX)), " + String.join(", ", parts) + ")");
    }

    private static Term made(Call call) {
        return Term.atom("CASE WHEN " + call.operand(0).inside(Binding.COMPARISON) + " IS NOT NULL THEN "
                + element(call.operand(0)) + " END");
    }

    static String element(Term term) {
        String known = switch (term.type().kind()) {
            case INTEGER, BOOLEAN -> TextForms.text(term).sql();
            case JSON, ARRAY -> term.sql();
            case TEXT, UNTYPED, UUID, DATE ->
                "N'\"' + STRING_ESCAPE(" + TextForms.text(term).sql() + ", N'json') + N'\"'";
            default ->
                throw Refusal.of(
                        "a value of type " + CastForms.name(term.type()) + " in a JSON object",
                        "it has no form that gives PostgreSQL's answer",
                        "a cast to text");
        };
        return "COALESCE(" + known + ", N'null')";
    }
}
