package io.godwit.dialect.mysql;

import io.godwit.dialect.Binding;
import io.godwit.dialect.Call;
import io.godwit.dialect.Term;
import io.godwit.dialect.ValueType.Kind;
import java.util.Map;

/** Functions that take texts apart by separators, and the digits of bytes. */
final class TextPartForms {

    private final MySqlSyntax syntax;

    private TextPartForms(MySqlSyntax syntax) {
        this.syntax = syntax;
    }

    static void addTo(Map<String, MySqlFunctions.Form> forms, MySqlSyntax syntax) {
        TextPartForms parts = new TextPartForms(syntax);
        forms.put("split_part", parts::split);
        forms.put("md5", parts::hashed);
        forms.put("to_hex", parts::hexadecimal);
        forms.put("convert_to", TextPartForms::converted);
        forms.put("encode", parts::encoded);
        forms.put("decode", TextPartForms::decoded);
    }

    /** A text of the session's character set as any other. */
    private Term digits(String text) {
        return Term.atom("(CONVERT(" + text + " USING utf8mb4) COLLATE " + syntax.exactCollation() + ")");
    }

    /** The bytes of a text, whatever character set its column has. */
    private static String utf8(Term text) {
        return "CAST(CONVERT(" + text.sql() + " USING utf8mb4) AS BINARY)";
    }

    /** A component of the server since 9.6, which may not be installed. */
    private Term hashed(Call call) {
        if (!syntax.isMariaDb() && syntax.version().atLeast(9, 6, 0)) {
            throw Refusal.of("md5()", "MySQL has it as a component since 9.6", Refusal.OWN_KEY);
        }
        return digits("MD5(" + utf8(call.operand(0)) + ")");
    }

    /** SUBSTRING_INDEX gives all that stands before the n-th separator, and all of a text that has fewer. */
    private Term split(Call call) {
        String separator = call.operand(1).constant();
        String position = call.operand(2).constant();
        if (separator == null || position == null || !position.matches("-?[1-9][0-9]{0,8}")) {
            throw Refusal.of(
                    "split_part() with a separator or position that is no literal",
                    "each has a form of its own",
                    "literals, or substring() and strpos()");
        }
        String text = call.operand(0).sql();
        String known = "CASE WHEN " + call.operand(0).inside(Binding.COMPARISON) + " IS NOT NULL THEN ";
        int number = Integer.parseInt(position);
        if (separator.isEmpty()) {
            return number == 1 || number == -1 ? call.operand(0) : Term.atom(known + "'' END");
        }
        String by = syntax.exactText(separator);
        String within = "SUBSTRING_INDEX(" + text + ", " + by + ", " + number + ")";
        if (number == 1 || number == -1) {
            return Term.atom(within);
        }
        String more = "CHAR_LENGTH(" + text + ") - CHAR_LENGTH(REPLACE(" + text + ", " + by + ", '')) >= "
                + (Math.abs(number) - 1L) * separator.codePointCount(0, separator.length());
        return Term.atom("CASE WHEN " + more + " THEN SUBSTRING_INDEX(" + within + ", " + by + ", "
                + (number > 0 ? -1 : 1) + ") WHEN " + call.operand(0).inside(Binding.COMPARISON)
                + " IS NOT NULL THEN '' END");
    }

    /** Numbers of 32 bits have eight digits, also where the engine keeps them in 64. */
    private Term hexadecimal(Call call) {
        Term number = call.operand(0);
        if (!number.is(Kind.INTEGER)) {
            throw Refusal.of("to_hex() of " + CastForms.name(number.type()), "it takes whole numbers", "an integer");
        }
        String bits = number.type().precision() > 10 ? number.sql() : number.atom() + " & 4294967295";
        return digits("LOWER(HEX(" + bits + "))");
    }

    private static Term converted(Call call) {
        String encoding = call.operand(1).constant();
        if (!"UTF8".equalsIgnoreCase(encoding) && !"UTF-8".equalsIgnoreCase(encoding)) {
            throw Refusal.of("convert_to() another encoding", "texts are kept in UTF-8", "convert_to(text, 'UTF8')");
        }
        return Term.atom(utf8(call.operand(0)));
    }

    private Term encoded(Call call) {
        requireHexadecimal(call);
        return digits("LOWER(HEX(" + call.operand(0).sql() + "))");
    }

    private static Term decoded(Call call) {
        requireHexadecimal(call);
        String digits = call.operand(0).constant();
        if (digits != null && digits.matches("([0-9A-Fa-f]{2})*")) {
            return Term.atom("X'" + digits + "'");
        }
        return Term.atom("UNHEX(" + call.operand(0).sql() + ")");
    }

    private static void requireHexadecimal(Call call) {
        if (!"hex".equals(call.operand(1).constant())) {
            throw Refusal.of(call.name() + "() other than 'hex'", "the line breaks of base64 are others", "'hex'");
        }
    }
}
