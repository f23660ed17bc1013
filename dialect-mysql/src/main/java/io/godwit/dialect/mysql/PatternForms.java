package io.godwit.dialect.mysql;

import io.godwit.dialect.Binding;
import io.godwit.dialect.Call;
import io.godwit.dialect.Term;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * LIKE and ILIKE. The backslash is the escape character of both databases, but not in every session of MySQL: a literal pattern is
 * written with another.
 */
final class PatternForms {

    private static final String ESCAPE = "|";

    private final MySqlSyntax syntax;

    private PatternForms(MySqlSyntax syntax) {
        this.syntax = syntax;
    }

    static void addTo(Map<String, MySqlFunctions.Form> forms, MySqlSyntax syntax) {
        PatternForms patterns = new PatternForms(syntax);
        forms.put("like", call -> patterns.like(call, "LIKE", false));
        forms.put("not like", call -> patterns.like(call, "NOT LIKE", false));
        forms.put("ilike", call -> patterns.like(call, "LIKE", true));
        forms.put("not ilike", call -> patterns.like(call, "NOT LIKE", true));
        forms.put("starts_with", PatternForms::startsWith);
    }

    private Term like(Call call, String operator, boolean anyCase) {
        String constant = call.operand(1).constant();
        String pattern = constant == null
                ? pattern(call.operand(1), anyCase) + escapeClause(call)
                : literal(constant, escape(call), anyCase);
        String text = anyCase
                ? "LOWER(" + call.operand(0).sql() + ")"
                : call.operand(0).inside(Binding.COMPARISON);
        return Term.of(text + " " + operator + " " + pattern, Binding.COMPARISON);
    }

    private static String pattern(Term pattern, boolean anyCase) {
        return anyCase ? "LOWER(" + pattern.sql() + ")" : pattern.inside(Binding.COMPARISON);
    }

    private String escapeClause(Call call) {
        String escape = escape(call);
        return " ESCAPE "
                + (escape == null ? "''" : escape.equals("\\") ? "CHAR(92 USING utf8mb4)" : syntax.text(escape));
    }

    /** The character that takes away a wildcard's meaning; null for none. */
    private static @Nullable String escape(Call call) {
        if (call.size() < 3) {
            return "\\";
        }
        String escape = call.operand(2).constant();
        if (escape == null || escape.codePointCount(0, escape.length()) > 1) {
            throw new IllegalArgumentException("ESCAPE takes one character");
        }
        return escape.isEmpty() ? null : escape;
    }

    private String literal(String pattern, @Nullable String escape, boolean anyCase) {
        StringBuilder written = new StringBuilder();
        boolean escaped = false;
        boolean escapes = false;
        for (int codePoint : pattern.codePoints().toArray()) {
            String character = Character.toString(codePoint);
            if (!escaped && character.equals(escape)) {
                escaped = true;
                continue;
            }
            boolean special = character.equals(ESCAPE) || (escaped && (codePoint == '%' || codePoint == '_'));
            escapes |= special;
            written.append(special ? ESCAPE : "").append(character);
            escaped = false;
        }
        if (escaped) {
            throw new IllegalArgumentException("a LIKE pattern must not end with its escape character");
        }
        String text = syntax.exactText(written.toString());
        boolean backslash = written.indexOf("\\") >= 0;
        return (anyCase ? "LOWER(" + text + ")" : text) + (escapes || backslash ? " ESCAPE '" + ESCAPE + "'" : "");
    }

    private static Term startsWith(Call call) {
        return Term.of(
                "LEFT(" + call.operand(0).sql() + ", CHAR_LENGTH("
                        + call.operand(1).sql() + ")) = " + call.operand(1).inside(Binding.COMPARISON),
                Binding.COMPARISON);
    }
}
