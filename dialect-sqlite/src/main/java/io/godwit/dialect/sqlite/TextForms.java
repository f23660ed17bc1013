package io.godwit.dialect.sqlite;

import io.godwit.dialect.Binding;
import io.godwit.dialect.Call;
import io.godwit.dialect.Term;
import io.godwit.dialect.ValueType.Kind;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Functions of texts. Both engines count code points. */
final class TextForms {

    private TextForms() {}

    static void addTo(Map<String, SqliteFunctions.Form> forms) {
        forms.put("||", TextForms::concatenated);
        forms.put("concat", TextForms::concat);
        forms.put("concat_ws", TextForms::joined);
        forms.put("length", call -> call.as("length"));
        forms.put(
                "octet_length",
                call -> Term.atom("length(CAST(" + call.operand(0).sql() + " AS BLOB))"));
        forms.put("btrim", call -> call.as("trim"));
        forms.put("ltrim", call -> call.as("ltrim"));
        forms.put("rtrim", call -> call.as("rtrim"));
        forms.put("replace", TextForms::replaced);
        forms.put("strpos", call -> call.as("instr"));
        forms.put("ascii", TextForms::ascii);
        forms.put("chr", TextForms::character);
        forms.put("substring", TextForms::substring);
        forms.put("left", TextForms::left);
        forms.put("right", TextForms::right);
        forms.put("repeat", TextForms::repeat);
        forms.put("lpad", call -> padded(call, true));
        forms.put("rpad", call -> padded(call, false));
    }

    private static Term concatenated(Call call) {
        if (!call.result().is(Kind.TEXT)) {
            throw Refusal.of(
                    "|| of JSON, arrays or bytes",
                    "SQLite has it for texts only",
                    "a statement under the key \"sqlite\"");
        }
        return Term.infix(CastForms.text(call.operand(0)), "||", CastForms.text(call.operand(1)), Binding.OPERATOR);
    }

    private static Term concat(Call call) {
        return Term.of(
                call.operands().stream()
                        .map(operand -> "coalesce(" + output(operand).sql() + ", '')")
                        .collect(Collectors.joining(" || ")),
                call.size() == 1 ? Binding.ATOM : Binding.OPERATOR);
    }

    /** Each text that is there brings a separator before it, and the first separator is cut off. */
    private static Term joined(Call call) {
        String separator = call.operand(0).atom();
        String parts = call.operands().stream()
                .skip(1)
                .map(operand ->
                        "coalesce(" + separator + " || " + output(operand).inside(Binding.OPERATOR) + ", '')")
                .collect(Collectors.joining(" || "));
        return Term.atom("substr(" + parts + ", length(" + separator + ") + 1)");
    }

    /** concat takes a boolean as t or f, where a cast gives true or false. */
    private static Term output(Term operand) {
        return operand.is(Kind.BOOLEAN)
                ? Term.atom("CASE " + operand.inside(Binding.COMPARISON) + " WHEN 1 THEN 't' WHEN 0 THEN 'f' END")
                : CastForms.text(operand);
    }

    /** Of an empty part SQLite gives the text back even where the other text is NULL. */
    private static Term replaced(Call call) {
        Term replaced = call.as("replace");
        Term by = call.operand(2);
        return by.constant() != null
                ? replaced
                : Term.atom(
                        "CASE WHEN " + by.inside(Binding.COMPARISON) + " IS NOT NULL THEN " + replaced.sql() + " END");
    }

    private static Term ascii(Call call) {
        String text = call.operand(0).inside(Binding.COMPARISON);
        return Term.atom("CASE WHEN " + text + " = '' THEN 0 ELSE unicode("
                + call.operand(0).sql() + ") END");
    }

    /** SQLite makes a character of NULL too. */
    private static Term character(Call call) {
        return Term.atom("CASE WHEN " + call.operand(0).inside(Binding.COMPARISON) + " IS NOT NULL THEN char("
                + call.operand(0).sql() + ") END");
    }

    /** PostgreSQL counts positions before the first one too; SQLite takes them for positions from the end. */
    private static Term substring(Call call) {
        if (!call.operand(1).is(Kind.INTEGER)
                || (call.size() == 3 && !call.operand(2).is(Kind.INTEGER))) {
            throw Refusal.of(
                    "substring() with a pattern, or from a value whose type is not known",
                    "SQLite has no regular expressions",
                    "substring(text from integer for integer)");
        }
        String text = call.operand(0).sql();
        Term start = call.operand(1);
        Term length = call.size() == 3 ? call.operand(2) : null;
        Long from = constant(start);
        if (from != null && from > 0 && (length == null || constant(length) != null)) {
            return Term.atom("substr(" + text + ", " + from + (length == null ? "" : ", " + length.sql()) + ")");
        }
        String first = "max(" + start.sql() + ", 1)";
        String count =
                length == null ? "" : ", max(" + length.inside(Binding.SUM) + " + min(" + start.sql() + ", 1) - 1, 0)";
        return Term.atom("substr(" + text + ", " + first + count + ")");
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
            return Term.atom("substr(" + text + ", 1, " + number + ")");
        }
        String count = call.operand(1).inside(Binding.COMPARISON);
        return Term.atom("CASE WHEN " + count + " < 0 THEN substr(" + text + ", 1, max(length(" + text + ") + " + count
                + ", 0)) ELSE substr(" + text + ", 1, " + call.operand(1).sql() + ") END");
    }

    /** A negative number leaves so many characters out at the start. */
    private static Term right(Call call) {
        String text = call.operand(0).sql();
        Long number = constant(call.operand(1));
        if (number != null && number > 0) {
            return Term.atom("substr(" + text + ", -" + number + ")");
        }
        if (number != null && number < 0) {
            return Term.atom("substr(" + text + ", " + (1 - number) + ")");
        }
        String count = call.operand(1).atom();
        return Term.atom("CASE WHEN " + count + " > 0 THEN substr(" + text + ", -" + count + ") WHEN " + count
                + " = 0 THEN substr(" + text + ", 1, 0) ELSE substr(" + text + ", 1 - " + count + ") END");
    }

    private static Term repeat(Call call) {
        String count = call.operand(1).inside(Binding.COMPARISON);
        return Term.atom("CASE WHEN " + count + " IS NOT NULL THEN "
                + repeated(call.operand(0).sql(), "max(" + call.operand(1).sql() + ", 0)") + " END");
    }

    /** SQLite has no repeat: the digits of so many zero bytes are replaced. */
    private static String repeated(String text, String count) {
        return "replace(hex(zeroblob(" + count + ")), '00', " + text + ")";
    }

    private static Term padded(Call call, boolean left) {
        String text = call.operand(0).atom();
        String width = call.operand(1).atom();
        Term fill = call.size() == 3 ? call.operand(2) : Term.atom("' '");
        String known = fill.constant() != null || call.size() < 3 ? "" : " AND " + fill.atom() + " IS NOT NULL";
        String padding = "substr(" + repeated(fill.sql(), width) + ", 1, " + width + " - length(" + text + "))";
        return Term.atom("CASE WHEN length(" + text + ") >= " + width + known + " THEN substr(" + text + ", 1, max("
                + width + ", 0)) ELSE " + (left ? padding + " || " + text : text + " || " + padding) + " END");
    }
}
