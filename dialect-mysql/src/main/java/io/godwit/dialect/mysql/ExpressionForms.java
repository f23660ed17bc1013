package io.godwit.dialect.mysql;

import io.godwit.dialect.Binding;
import io.godwit.dialect.Call;
import io.godwit.dialect.RegularExpression;
import io.godwit.dialect.Term;
import io.godwit.failure.UnsupportedByDialectException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Regular expressions, as far as ICU (MySQL) and PCRE (MariaDB) can be told to read a literal one as PostgreSQL does. */
final class ExpressionForms {

    private static final Pattern REPLACEMENT =
            Pattern.compile("\\G(?:\\\\([1-9])|(\\\\&)|(\\\\\\\\)|([^\\\\]))", Pattern.DOTALL);

    private final MySqlSyntax syntax;

    ExpressionForms(MySqlSyntax syntax) {
        this.syntax = syntax;
    }

    static void addTo(Map<String, MySqlFunctions.Form> forms, MySqlSyntax syntax) {
        ExpressionForms expressions = new ExpressionForms(syntax);
        forms.put("~", call -> expressions.matched(call, " REGEXP ", read(call, 1, false)));
        forms.put("!~", call -> expressions.matched(call, " NOT REGEXP ", read(call, 1, false)));
        forms.put("~*", call -> expressions.matched(call, " REGEXP ", read(call, 1, true)));
        forms.put("!~*", call -> expressions.matched(call, " NOT REGEXP ", read(call, 1, true)));
        forms.put("similar to", call -> expressions.matched(call, " REGEXP ", similar(call)));
        forms.put("not similar to", call -> expressions.matched(call, " NOT REGEXP ", similar(call)));
        forms.put("regexp_replace", expressions::replaced);
        forms.put("regexp_substr", expressions::part);
    }

    private static RegularExpression read(Call call, int operand, boolean anyCase) {
        String expression = call.operand(operand).constant();
        return RegularExpression.of(expression == null ? "" : expression, anyCase)
                .orElseThrow(() -> refused(call.operand(operand)));
    }

    private static RegularExpression similar(Call call) {
        String pattern = call.size() == 2 ? call.operand(1).constant() : null;
        return RegularExpression.ofSimilar(pattern == null ? "\\" : pattern)
                .orElseThrow(() -> refused(call.operand(1)));
    }

    private static UnsupportedByDialectException refused(Term expression) {
        return Refusal.of(
                "the regular expression " + expression.sql(),
                "only literals of characters, lists, groups, alternatives, anchors and greedy quantifiers are read alike",
                "such an expression, LIKE, or " + Refusal.OWN_KEY);
    }

    private Term matched(Call call, String operator, RegularExpression expression) {
        return Term.of(
                call.operand(0).inside(Binding.COMPARISON) + operator + syntax.exactText(expression.written()),
                Binding.COMPARISON);
    }

    private Term replaced(Call call) {
        String flags = call.size() == 4 ? call.operand(3).constant() : call.size() == 3 ? "" : null;
        String by = call.operand(2).constant();
        if (flags == null || by == null || !flags.matches("[gi]*")) {
            throw Refusal.of(
                    "regexp_replace() with a replacement or flags that are no literals, or other flags than g and i",
                    "each has a form of its own",
                    "literals");
        }
        RegularExpression expression = read(call, 1, flags.contains("i"));
        if (!expression.settled() || expression.mayBeEmpty()) {
            throw unsettled(call);
        }
        boolean all = flags.contains("g");
        return syntax.isMariaDb()
                ? replacedByPcre(call, expression, by, all)
                : replacedByIcu(call, expression, by, all);
    }

    private Term replacedByIcu(Call call, RegularExpression expression, String by, boolean all) {
        return Term.atom("REGEXP_REPLACE(" + call.operand(0).sql() + ", " + syntax.exactText(expression.written())
                + ", " + syntax.exactText(replacement(by, expression, "$", 0)) + (all ? ")" : ", 1, 1)"));
    }

    /** It replaces every match, so that for the first one alone all that stands before it is matched too. */
    private Term replacedByPcre(Call call, RegularExpression expression, String by, boolean all) {
        String pattern = all ? expression.written() : expression.after("\\A(.*?)");
        String text = all ? replacement(by, expression, "\\", 0) : "\\1" + replacement(by, expression, "\\", 2);
        return Term.atom("REGEXP_REPLACE(" + call.operand(0).sql() + ", " + syntax.exactText(pattern) + ", "
                + syntax.exactText(text) + ")");
    }

    /** {@code substring(text from expression)}: the first group, or the whole match if there is none. */
    Term part(Call call) {
        RegularExpression expression = read(call, 1, false);
        boolean optional = expression.groups() > 0 && expression.body().indexOf('|') >= 0;
        if (!expression.settled() || optional || call.size() > 2) {
            throw unsettled(call);
        }
        String matches = matched(call, " REGEXP ", expression).sql();
        String around = expression.after("\\A.*?") + ".*\\z";
        String group = (syntax.isMariaDb() ? "\\" : "$") + (expression.groups() == 0 ? 1 : 2);
        return Term.atom("CASE WHEN " + matches + " THEN REGEXP_REPLACE("
                + call.operand(0).sql() + ", " + syntax.exactText(around) + ", " + syntax.exactText(group) + ") END");
    }

    private static UnsupportedByDialectException unsettled(Call call) {
        return Refusal.of(
                call.name() + "() of " + call.operand(1).sql(),
                "PostgreSQL takes the longest match, the engine the first that it finds",
                "an expression without alternatives of unlike lengths, and without quantifiers after groups");
    }

    /** A replacement with the engine's sign before the numbers of groups. */
    private static String replacement(String by, RegularExpression expression, String sign, int before) {
        StringBuilder written = new StringBuilder();
        Matcher part = REPLACEMENT.matcher(by);
        int end = 0;
        while (part.find()) {
            end = part.end();
            if (part.group(1) != null) {
                int group = Integer.parseInt(part.group(1));
                written.append(group <= expression.groups() ? sign + (group + before) : "");
            } else if (part.group(2) != null) {
                written.append(sign).append(before);
            } else {
                String character = part.group(3) == null ? part.group(4) : "\\";
                written.append(character.equals("\\") || character.equals(sign) ? "\\" + character : character);
            }
        }
        if (end < by.length()) {
            throw Refusal.of(
                    "a replacement with another escape than \\1 to \\9, \\& and \\\\",
                    "PostgreSQL has no such escape either",
                    "\\\\ for a backslash");
        }
        return written.toString();
    }
}
