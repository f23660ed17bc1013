package io.godwit.dialect.mssql;

import io.godwit.dialect.Binding;
import io.godwit.dialect.Call;
import io.godwit.dialect.Term;
import io.godwit.dialect.ValueType;
import io.godwit.dialect.ValueType.Kind;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Functions of texts. Characters are counted under a collation that knows supplementary characters ({@code _SC}), for under the exact
 * one an emoji counts twice; what results compares exactly again. A text is NVARCHAR(MAX) wherever it may grow: shorter types are cut
 * at 4000 characters without an error.
 */
final class TextForms {

    /** Counts code points. */
    static final String COUNTED = " COLLATE Latin1_General_100_CS_AS_SC";

    private static final String ENDLESS = "2147483647";

    private TextForms() {}

    static void addTo(Map<String, MsSqlFunctions.Form> forms) {
        forms.put("||", TextForms::concatenated);
        forms.put("concat", TextForms::concat);
        forms.put("concat_ws", TextForms::joined);
        forms.put("lower", call -> call.as("LOWER"));
        forms.put("upper", call -> call.as("UPPER"));
        forms.put("length", call -> Term.atom(length(call.operand(0))));
        forms.put("replace", TextForms::replaced);
        forms.put("strpos", TextForms::position);
        forms.put("ascii", TextForms::ascii);
        forms.put("chr", TextForms::character);
        forms.put("substring", TextForms::substring);
        forms.put("left", TextForms::left);
        forms.put("right", TextForms::right);
        forms.put("repeat", call -> repeated(call.operand(0), call.operand(1).sql()));
        TrimForms.addTo(forms);
        PaddingForms.addTo(forms);
    }

    /** As PostgreSQL writes the value. */
    static Term text(Term operand) {
        String value = operand.inside(Binding.COMPARISON);
        return switch (operand.type().kind()) {
            case TEXT, UNTYPED -> operand;
            case INTEGER -> max(operand);
            case BOOLEAN -> Term.atom("CASE " + value + " WHEN 1 THEN N'true' WHEN 0 THEN N'false' END");
            case UUID -> Term.atom("LOWER(CAST(" + operand.sql() + " AS NVARCHAR(36)))");
            case DATE -> Term.atom("CONVERT(NVARCHAR(10), " + operand.sql() + ", 23)");
            case TIME -> withoutZeros("CONVERT(NVARCHAR(16), " + operand.sql() + ", 121)");
            case TIMESTAMP -> withoutZeros("CONVERT(NVARCHAR(27), " + operand.sql() + ", 121)");
            case DECIMAL -> digits(operand);
            default -> throw CastForms.impossible(operand, ValueType.TEXT);
        };
    }

    private static Term digits(Term operand) {
        int scale = operand.type().scale();
        if (scale < 0) {
            throw CastForms.impossible(operand, ValueType.TEXT);
        }
        return max(NumberForms.decimal(operand, 38, scale));
    }

    private static Term max(Term operand) {
        return Term.atom("CAST(" + operand.sql() + " AS NVARCHAR(MAX))");
    }

    /** A fraction's zeros at the end go; the mark in front keeps those at the start of a year. */
    private static Term withoutZeros(String time) {
        return Term.atom("TRIM(N'#.' FROM TRIM(N'0' FROM N'#' + " + time + "))");
    }

    private static Term concatenated(Call call) {
        if (!call.result().is(Kind.TEXT)) {
            throw Refusal.of(
                    "|| of JSON, arrays or bytes",
                    "SQL Server has it for texts only",
                    "a statement under the key \"sqlserver\"");
        }
        Term left = text(call.operand(0));
        Term first = left.binding() == Binding.SUM ? left : max(left);
        return Term.infix(first, "+", text(call.operand(1)), Binding.SUM);
    }

    private static Term concat(Call call) {
        return Term.atom("CONCAT(CAST(N'' AS NVARCHAR(MAX)), "
                + call.operands().stream().map(operand -> output(operand).sql()).collect(Collectors.joining(", "))
                + ")");
    }

    /** Without a separator PostgreSQL gives NULL, SQL Server goes on without. */
    private static Term joined(Call call) {
        List<Term> operands = call.operands();
        String parts = operands.stream()
                .skip(1)
                .map(operand -> max(output(operand)).sql())
                .collect(Collectors.joining(", "));
        Term separator = operands.get(0);
        String both = operands.size() == 2 ? parts + ", NULL" : parts;
        String joined = "CONCAT_WS(" + separator.sql() + ", " + both + ")";
        return Term.atom(
                separator.constant() != null
                        ? joined
                        : "CASE WHEN " + separator.inside(Binding.COMPARISON) + " IS NOT NULL THEN " + joined + " END");
    }

    /** concat takes a boolean as t or f, where a cast gives true or false. */
    private static Term output(Term operand) {
        return operand.is(Kind.BOOLEAN)
                ? Term.atom("CASE " + operand.inside(Binding.COMPARISON) + " WHEN 1 THEN N't' WHEN 0 THEN N'f' END")
                : text(operand);
    }

    /** LEN leaves spaces at the end out, so they become something else first. */
    static String length(Term text) {
        return "LEN(REPLACE(" + ComparisonForms.exact(text).sql() + ", N' ', N'.')" + COUNTED + ")";
    }

    private static Term replaced(Call call) {
        return exact("REPLACE(" + max(call.operand(0)).sql() + MsSqlSyntax.EXACT + ", "
                + call.operand(1).sql() + ", " + call.operand(2).sql() + ")");
    }

    /** A result that compares exactly; it needs brackets where another collation is named. */
    static Term exact(String sql) {
        return Term.of(sql + MsSqlSyntax.EXACT, Binding.PRODUCT);
    }

    /** What stands before the part is counted, for CHARINDEX counts code units. */
    private static Term position(Call call) {
        Term whole = ComparisonForms.exact(call.operand(0));
        Term part = call.operand(1);
        String at = "CHARINDEX(" + part.sql() + ", " + whole.sql() + ")";
        String before = length(Term.atom("LEFT(" + whole.sql() + ", " + at + " - 1)"));
        return Term.atom("CASE WHEN " + part.inside(Binding.COMPARISON) + " = N'' AND "
                + call.operand(0).inside(Binding.COMPARISON) + " IS NOT NULL THEN 1 WHEN " + at + " = 0 THEN 0 ELSE "
                + before + " + 1 END");
    }

    private static Term ascii(Call call) {
        Term text = call.operand(0);
        return Term.atom(
                "CASE WHEN DATALENGTH(" + text.sql() + ") = 0 THEN 0 ELSE UNICODE(" + text.atom() + COUNTED + ") END");
    }

    /** Beyond the basic plane NCHAR depends on the database's collation. */
    private static Term character(Call call) {
        Term number = call.operand(0);
        String above = "(" + number.sql() + " - 65536)";
        return Term.atom("CASE WHEN " + number.inside(Binding.COMPARISON) + " > 65535 THEN NCHAR(55296 + " + above
                + " / 1024) + NCHAR(56320 + " + above + " % 1024) ELSE NCHAR(" + number.sql() + ") END");
    }

    /** Positions before the first one count on both engines. */
    private static Term substring(Call call) {
        boolean patterns = !call.operand(1).is(Kind.INTEGER)
                || (call.size() == 3 && !call.operand(2).is(Kind.INTEGER));
        if (patterns) {
            throw Refusal.of(
                    "substring() with a pattern, or from a value whose type is not known",
                    "SQL Server has no regular expressions",
                    "substring(text from integer for integer)");
        }
        return part(
                call.operand(0),
                call.operand(1).sql(),
                call.size() == 3 ? call.operand(2).sql() : ENDLESS);
    }

    private static Term part(Term text, String from, String count) {
        return exact("SUBSTRING(" + text.atom() + COUNTED + ", " + from + ", " + count + ")");
    }

    /** The first so many characters; the number is not negative. */
    static Term cut(Term text, String count) {
        return exact("LEFT(" + text.atom() + COUNTED + ", " + count + ")");
    }

    /** A negative number leaves so many characters out at the end. */
    private static Term left(Call call) {
        return cut(call.operand(0), kept(call));
    }

    /** A negative number leaves so many characters out at the start. */
    private static Term right(Call call) {
        return exact("RIGHT(" + call.operand(0).atom() + COUNTED + ", " + kept(call) + ")");
    }

    private static String kept(Call call) {
        Term number = call.operand(1);
        String constant = number.constant();
        if (constant != null && !constant.startsWith("-")) {
            return constant;
        }
        String count = number.inside(Binding.COMPARISON);
        String rest = length(call.operand(0)) + " + " + number.inside(Binding.SUM);
        return "CASE WHEN " + count + " >= 0 THEN " + number.sql() + " WHEN " + rest + " > 0 THEN " + rest
                + " ELSE 0 END";
    }

    static Term repeated(Term text, String count) {
        return Term.atom(
                "REPLICATE(" + max(text).sql() + ", CASE WHEN " + count + " < 0 THEN 0 ELSE " + count + " END)");
    }
}
