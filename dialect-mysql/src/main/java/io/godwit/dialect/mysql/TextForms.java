package io.godwit.dialect.mysql;

import io.godwit.dialect.Binding;
import io.godwit.dialect.Call;
import io.godwit.dialect.Term;
import io.godwit.dialect.ValueType.Kind;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Functions of texts. Positions count code points, as in PostgreSQL. */
final class TextForms {

    private final MySqlSyntax syntax;

    private TextForms(MySqlSyntax syntax) {
        this.syntax = syntax;
    }

    static void addTo(Map<String, MySqlFunctions.Form> forms, MySqlSyntax syntax) {
        TextForms texts = new TextForms(syntax);
        forms.put("||", texts::concatenated);
        forms.put("concat", texts::concat);
        forms.put("concat_ws", texts::joined);
        forms.put("lower", call -> texts.changed(call, "LOWER"));
        forms.put("upper", call -> texts.changed(call, "UPPER"));
        forms.put("length", call -> call.as("CHAR_LENGTH"));
        forms.put("octet_length", call -> call.as("LENGTH"));
        forms.put("reverse", call -> call.as("REVERSE"));
        forms.put("btrim", call -> texts.trimmed(call, true, true));
        forms.put("ltrim", call -> texts.trimmed(call, true, false));
        forms.put("rtrim", call -> texts.trimmed(call, false, true));
        forms.put("replace", texts::replaced);
        forms.put(
                "strpos",
                call -> Term.atom("LOCATE(" + call.operand(1).sql() + ", "
                        + call.operand(0).sql() + ")"));
        forms.put("ascii", TextForms::codePoint);
        forms.put("chr", texts::character);
        forms.put("substring", texts::substring);
        forms.put("left", TextForms::left);
        forms.put("right", TextForms::right);
        forms.put("repeat", call -> call.as("REPEAT"));
        forms.put("lpad", call -> texts.padded(call, "LPAD"));
        forms.put("rpad", call -> texts.padded(call, "RPAD"));
    }

    /** The engine's own functions, so that a query which an application writes by hand finds the index of an expression. */
    static void addToDefinitions(Map<String, MySqlFunctions.Form> forms) {
        forms.put("lower", call -> call.as("LOWER"));
        forms.put("upper", call -> call.as("UPPER"));
    }

    /**
     * MySQL gives a text back that has no more bytes than before: behind a letter whose other case is longer (ɐ and Ɐ) it is cut.
     * In UTF-16 both have two bytes.
     */
    private Term changed(Call call, String function) {
        return syntax.isMariaDb()
                ? call.as(function)
                : Term.atom(
                        "(CONVERT(" + function + "(CONVERT(" + call.operand(0).sql()
                                + " USING utf16) COLLATE utf16_unicode_520_ci) USING utf8mb4) COLLATE "
                                + syntax.exactCollation() + ")");
    }

    private Term concatenated(Call call) {
        if (call.result().is(Kind.JSON)) {
            return new JsonJoining(syntax).joined(call);
        }
        if (!call.result().is(Kind.TEXT)) {
            throw Refusal.of("|| of JSON, arrays or bytes", "the engine has it for texts only", Refusal.OWN_KEY);
        }
        return Term.atom("CONCAT(" + text(call.operand(0)).sql() + ", "
                + text(call.operand(1)).sql() + ")");
    }

    private Term concat(Call call) {
        return Term.atom("CONCAT("
                + call.operands().stream()
                        .map(operand -> "COALESCE(" + output(operand).sql() + ", '')")
                        .collect(Collectors.joining(", "))
                + ")");
    }

    private Term joined(Call call) {
        List<Term> parts = call.operands().subList(1, call.size());
        return Term.atom("CONCAT_WS(" + call.operand(0).sql() + ", "
                + parts.stream().map(part -> output(part).sql()).collect(Collectors.joining(", ")) + ")");
    }

    /** concat takes a boolean as t or f, where a cast gives true or false. */
    private Term output(Term operand) {
        return operand.is(Kind.BOOLEAN)
                ? Term.atom("CASE " + operand.inside(Binding.COMPARISON) + " WHEN 1 THEN 't' WHEN 0 THEN 'f' END")
                : text(operand);
    }

    /** In what MariaDB stores of a table a cast has the session's collation, which before 11 no column's yields to. */
    private Term text(Term operand) {
        Term text = CastForms.text(operand);
        boolean cast = syntax.isMariaDb() && !operand.type().isText();
        return cast
                ? Term.atom("(CONVERT(" + text.sql() + " USING utf8mb4) COLLATE " + syntax.exactCollation() + ")")
                : text;
    }

    /** Of an empty part MariaDB gives the text back even where the other text is NULL. */
    private Term replaced(Call call) {
        Term replaced = call.as("REPLACE");
        Term by = call.operand(2);
        return by.constant() != null || !syntax.isMariaDb()
                ? replaced
                : Term.atom(
                        "CASE WHEN " + by.inside(Binding.COMPARISON) + " IS NOT NULL THEN " + replaced.sql() + " END");
    }

    /** TRIM takes a text away, not any of its characters, so that several become a regular expression. */
    private Term trimmed(Call call, boolean leading, boolean trailing) {
        String side = leading && trailing ? "BOTH" : leading ? "LEADING" : "TRAILING";
        String text = call.operand(0).sql();
        if (call.size() == 1) {
            return Term.atom("TRIM(" + side + " ' ' FROM " + text + ")");
        }
        String characters = call.operand(1).constant();
        if (characters == null) {
            throw Refusal.of(call.name() + "() of characters that are no literal", "each has a form", "a literal");
        }
        if (characters.isEmpty()) {
            return call.operand(0);
        }
        if (characters.codePointCount(0, characters.length()) == 1) {
            return Term.atom("TRIM(" + side + " " + syntax.exactText(characters) + " FROM " + text + ")");
        }
        String some = characters
                .codePoints()
                .mapToObj(codePoint -> "\\x{" + Integer.toHexString(codePoint) + "}")
                .collect(Collectors.joining("", "[", "]+"));
        String pattern = "(?-i)" + (leading ? "\\A" + some : "") + (leading && trailing ? "|" : "")
                + (trailing ? some + "\\z" : "");
        return Term.atom("REGEXP_REPLACE(" + text + ", " + syntax.exactText(pattern) + ", '')");
    }

    private static Term codePoint(Call call) {
        String text = call.operand(0).sql();
        return Term.atom("CASE WHEN " + call.operand(0).inside(Binding.COMPARISON)
                + " = '' THEN 0 ELSE CAST(CONV(HEX(CONVERT(LEFT(" + text
                + ", 1) USING utf32)), 16, 10) AS SIGNED) END");
    }

    /** CHAR leaves NULL out. */
    private Term character(Call call) {
        return Term.atom("CASE WHEN " + call.operand(0).inside(Binding.COMPARISON) + " IS NOT NULL THEN (CONVERT(CHAR("
                + call.operand(0).sql() + " USING utf32) USING utf8mb4) COLLATE " + syntax.exactCollation() + ") END");
    }

    /** PostgreSQL counts positions before the first one too; here they are counted from the end. */
    private Term substring(Call call) {
        if (call.size() == 2 && call.operand(1).type().isText()) {
            return new ExpressionForms(syntax).part(call);
        }
        if (!call.operand(1).is(Kind.INTEGER)
                || (call.size() == 3 && !call.operand(2).is(Kind.INTEGER))) {
            throw Refusal.of(
                    "substring() with a pattern, or from a value whose type is not known",
                    "the regular expressions are others",
                    "substring(text from integer for integer)");
        }
        String text = call.operand(0).sql();
        Term start = call.operand(1);
        Term length = call.size() == 3 ? call.operand(2) : null;
        Long from = constant(start);
        if (from != null && from > 0 && (length == null || constant(length) != null)) {
            return Term.atom("SUBSTRING(" + text + ", " + from + (length == null ? "" : ", " + length.sql()) + ")");
        }
        String first = "GREATEST(" + start.sql() + ", 1)";
        String count = length == null
                ? ""
                : ", GREATEST(" + length.inside(Binding.SUM) + " + LEAST(" + start.sql() + ", 1) - 1, 0)";
        return Term.atom("SUBSTRING(" + text + ", " + first + count + ")");
    }

    private static @Nullable Long constant(Term term) {
        String digits = term.constant();
        return digits != null && digits.matches("-?[0-9]{1,18}") ? Long.valueOf(digits) : null;
    }

    /** A negative number leaves so many characters out at the end. */
    private static Term left(Call call) {
        String text = call.operand(0).sql();
        Long number = constant(call.operand(1));
        if (number != null && number >= 0) {
            return Term.atom("LEFT(" + text + ", " + number + ")");
        }
        String count = call.operand(1).inside(Binding.COMPARISON);
        return Term.atom("CASE WHEN " + count + " < 0 THEN LEFT(" + text + ", GREATEST(CHAR_LENGTH(" + text + ") + "
                + count + ", 0)) ELSE LEFT(" + text + ", " + call.operand(1).sql() + ") END");
    }

    /** A negative number leaves so many characters out at the start. */
    private static Term right(Call call) {
        String text = call.operand(0).sql();
        String count = call.operand(1).atom();
        return Term.atom("CASE WHEN " + count + " >= 0 THEN RIGHT(" + text + ", " + count + ") ELSE SUBSTRING(" + text
                + ", 1 - " + count + ") END");
    }

    /** Nothing to fill with leaves a short text as it is; MariaDB would answer NULL. */
    /** Where LPAD cuts, MariaDB cuts a literal for all rows that follow, so that it must be left to LEFT. */
    private String padding(String function, String text, String width, String fill) {
        String padded = function + "(" + text + ", " + width + ", " + fill + ")";
        return syntax.isMariaDb()
                ? "CASE WHEN CHAR_LENGTH(" + text + ") >= " + width + " AND " + fill + " IS NOT NULL THEN LEFT(" + text
                        + ", " + width + ") ELSE " + padded + " END"
                : padded;
    }

    private Term padded(Call call, String function) {
        String text = call.operand(0).sql();
        String width = "GREATEST(" + call.operand(1).sql() + ", 0)";
        if (call.size() < 3) {
            return Term.atom(padding(function, text, width, "' '"));
        }
        Term fill = call.operand(2);
        String whole = padding(function, text, width, fill.sql());
        if (fill.constant() != null) {
            return Term.atom(fill.constant().isEmpty() ? "LEFT(" + text + ", " + width + ")" : whole);
        }
        return Term.atom("CASE WHEN " + fill.inside(Binding.COMPARISON) + " = '' THEN LEFT(" + text + ", " + width
                + ") ELSE " + whole + " END");
    }
}
