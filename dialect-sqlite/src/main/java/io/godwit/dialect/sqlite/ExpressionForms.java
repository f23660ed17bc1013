package io.godwit.dialect.sqlite;

import io.godwit.dialect.Binding;
import io.godwit.dialect.Call;
import io.godwit.dialect.Term;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Regular expressions and SIMILAR TO, where a pattern of GLOB says the same; SQLite has no others by itself. */
final class ExpressionForms {

    private final SqliteFunctions functions;

    private ExpressionForms(SqliteFunctions functions) {
        this.functions = functions;
    }

    static void addTo(Map<String, SqliteFunctions.Form> forms, SqliteFunctions functions) {
        ExpressionForms expressions = new ExpressionForms(functions);
        forms.put("~", call -> expressions.matched(call, false, false));
        forms.put("!~", call -> expressions.matched(call, true, false));
        forms.put("~*", call -> expressions.matched(call, false, true));
        forms.put("!~*", call -> expressions.matched(call, true, true));
        forms.put("similar to", call -> expressions.similar(call, false));
        forms.put("not similar to", call -> expressions.similar(call, true));
    }

    private Term matched(Call call, boolean negated, boolean anyCase) {
        String expression = call.operand(1).constant();
        // Ranges such as [A-z] would mean something else in lower case.
        boolean ranges = anyCase && expression != null && expression.matches("(?s).*[A-Z]-[a-z].*");
        Optional<GlobText> glob =
                expression == null || ranges ? Optional.empty() : GlobText.ofExpression(folded(expression, anyCase));
        return glob.map(found -> fits(call.operand(0), found, negated, anyCase))
                .orElseThrow(() -> Refusal.of(
                        "the regular expression " + call.operand(1).sql(),
                        "SQLite has no regular expressions; a list of characters with + or * by itself, literals, dots and"
                                + " .* have another form",
                        "LIKE, or a statement under the key \"sqlite\""));
    }

    private static String folded(String expression, boolean anyCase) {
        return anyCase ? expression.toLowerCase(Locale.ROOT) : expression;
    }

    private Term similar(Call call, boolean negated) {
        String pattern = call.operand(1).constant();
        Optional<GlobText> glob = pattern == null || call.size() > 2 ? Optional.empty() : GlobText.ofSimilar(pattern);
        return glob.map(found -> fits(call.operand(0), found, negated, false))
                .orElseThrow(() -> Refusal.of(
                        "SIMILAR TO " + call.operand(1).sql(),
                        "SQLite has it for literals, %, _ and one list of characters only",
                        "LIKE, or a statement under the key \"sqlite\""));
    }

    private Term fits(Term operand, GlobText glob, boolean negated, boolean anyCase) {
        Term text = anyCase ? Term.atom("lower(" + operand.sql() + ")") : operand;
        String value = text.inside(Binding.COMPARISON);
        if (glob.everyOf().isEmpty()) {
            return Term.of(
                    value + (negated ? " NOT" : "") + " GLOB " + functions.text(glob.pattern()), Binding.COMPARISON);
        }
        String list = glob.everyOf();
        String others = list.startsWith("^") ? list.substring(1) : "^" + list;
        String all = value + " NOT GLOB " + functions.text("*[" + others + "]*");
        String fits = glob.mayBeEmpty() ? all : "(" + value + " <> '' AND " + all + ")";
        return negated
                ? Term.of("NOT " + (glob.mayBeEmpty() ? "(" + fits + ")" : fits), Binding.NOT)
                : Term.of(fits, glob.mayBeEmpty() ? Binding.COMPARISON : Binding.ATOM);
    }
}
