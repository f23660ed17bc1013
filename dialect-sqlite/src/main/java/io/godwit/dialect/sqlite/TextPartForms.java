package io.godwit.dialect.sqlite;

import io.godwit.dialect.Binding;
import io.godwit.dialect.Call;
import io.godwit.dialect.Term;
import io.godwit.dialect.ValueType.Kind;
import java.util.Map;

/** Functions that take texts apart by characters and separators, and the digits of bytes. */
final class TextPartForms {

    /** What may stand behind a backslash in a JSON text: a separator that begins so could be found inside an escape. */
    private static final String ESCAPES = "\"\\/bfnrtu0123456789abcdefABCDEF";

    private final SqliteFunctions functions;

    private TextPartForms(SqliteFunctions functions) {
        this.functions = functions;
    }

    static void addTo(Map<String, SqliteFunctions.Form> forms, SqliteFunctions functions) {
        TextPartForms parts = new TextPartForms(functions);
        forms.put("split_part", parts::split);
        forms.put("to_hex", TextPartForms::hexadecimal);
        forms.put("convert_to", TextPartForms::converted);
        forms.put("encode", TextPartForms::encoded);
        forms.put("decode", parts::decoded);
    }

    /** The parts become the elements of a JSON list, from which one is taken. */
    private Term split(Call call) {
        String separator = call.operand(1).constant();
        String position = call.operand(2).constant();
        boolean plain = separator != null
                && !separator.isEmpty()
                && ESCAPES.indexOf(separator.charAt(0)) < 0
                && separator.indexOf('"') < 0
                && separator.indexOf('\\') < 0
                && separator.chars().allMatch(character -> character >= ' ');
        if (!plain || position == null || !position.matches("-?[1-9][0-9]{0,5}")) {
            throw Refusal.of(
                    "split_part() with a separator that is no literal, or begins with a letter, a digit or a slash",
                    "SQLite has it by way of JSON only",
                    "substring() and strpos()");
        }
        String text = call.operand(0).sql();
        String list = "'[' || replace(json_quote(" + text + "), " + functions.text(separator) + ", '\",\"') || ']'";
        String index = position.startsWith("-") ? "[#" + position + "]" : "[" + (Integer.parseInt(position) - 1) + "]";
        return Term.atom("CASE WHEN " + call.operand(0).inside(Binding.COMPARISON)
                + " IS NOT NULL THEN coalesce(json_extract(" + list + ", '$" + index + "'), '') END");
    }

    private static Term hexadecimal(Call call) {
        Term number = call.operand(0);
        if (!number.is(Kind.INTEGER)) {
            throw Refusal.of("to_hex() of " + CastForms.name(number.type()), "it takes whole numbers", "an integer");
        }
        String bits = number.type().precision() > 10 ? number.sql() : number.atom() + " & 4294967295";
        return Term.atom(
                "CASE WHEN " + number.inside(Binding.COMPARISON) + " IS NOT NULL THEN printf('%x', " + bits + ") END");
    }

    private static Term converted(Call call) {
        String encoding = call.operand(1).constant();
        if (!"UTF8".equalsIgnoreCase(encoding) && !"UTF-8".equalsIgnoreCase(encoding)) {
            throw Refusal.of(
                    "convert_to() another encoding", "SQLite keeps texts in UTF-8", "convert_to(text, 'UTF8')");
        }
        return Term.atom("CAST(" + call.operand(0).sql() + " AS BLOB)");
    }

    private static Term encoded(Call call) {
        requireHexadecimal(call);
        String bytes = call.operand(0).sql();
        return Term.atom("CASE WHEN " + call.operand(0).inside(Binding.COMPARISON) + " IS NOT NULL THEN lower(hex("
                + bytes + ")) END");
    }

    private Term decoded(Call call) {
        requireHexadecimal(call);
        String digits = call.operand(0).constant();
        if (digits == null || !digits.matches("([0-9A-Fa-f]{2})*")) {
            throw Refusal.of("decode() of what is no literal", "SQLite has no such function before 3.41", "a literal");
        }
        return Term.atom("x'" + digits + "'");
    }

    private static void requireHexadecimal(Call call) {
        if (!"hex".equals(call.operand(1).constant())) {
            throw Refusal.of(call.name() + "() other than 'hex'", "SQLite has hexadecimal digits only", "'hex'");
        }
    }
}
