package io.godwit.dialect.sqlite;

import io.godwit.dialect.Binding;
import io.godwit.dialect.Call;
import io.godwit.dialect.Term;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** LIKE and ILIKE: SQLite's LIKE ignores the case of ASCII letters, its GLOB does not. */
final class PatternForms {

    private final SqliteFunctions functions;

    private PatternForms(SqliteFunctions functions) {
        this.functions = functions;
    }

    static void addTo(Map<String, SqliteFunctions.Form> forms, SqliteFunctions functions) {
        PatternForms patterns = new PatternForms(functions);
        forms.put("like", call -> patterns.like(call, "GLOB"));
        forms.put("not like", call -> patterns.like(call, "NOT GLOB"));
        forms.put("ilike", call -> patterns.ilike(call, "LIKE"));
        forms.put("not ilike", call -> patterns.ilike(call, "NOT LIKE"));
        forms.put("starts_with", call -> patterns.startsWith(call));
    }

    private Term like(Call call, String operator) {
        String pattern = call.operand(1).constant();
        if (pattern == null) {
            if (call.operand(1).sql().equals("NULL")) {
                return Term.atom("NULL");
            }
            throw Refusal.of(
                    "LIKE with a pattern that is no literal",
                    "SQLite's LIKE ignores case",
                    "strpos(text, part) > 0, starts_with(text, part), or ILIKE");
        }
        String glob = functions.text(glob(pattern, escape(call)));
        return Term.of(call.operand(0).inside(Binding.COMPARISON) + " " + operator + " " + glob, Binding.COMPARISON);
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

    private static String glob(String pattern, @Nullable String escape) {
        StringBuilder glob = new StringBuilder();
        boolean escaped = false;
        for (int codePoint : pattern.codePoints().toArray()) {
            String character = Character.toString(codePoint);
            if (!escaped && character.equals(escape)) {
                escaped = true;
                continue;
            }
            glob.append(!escaped && codePoint == '%' ? "*" : !escaped && codePoint == '_' ? "?" : literal(character));
            escaped = false;
        }
        if (escaped) {
            throw new IllegalArgumentException("a LIKE pattern must not end with its escape character");
        }
        return glob.toString();
    }

    private static String literal(String character) {
        return switch (character) {
            case "*", "?", "[" -> "[" + character + "]";
            default -> character;
        };
    }

    /** SQLite has no escape character unless one is named. */
    private Term ilike(Call call, String operator) {
        String escape = escape(call);
        return Term.of(
                call.operand(0).inside(Binding.COMPARISON) + " " + operator + " "
                        + call.operand(1).inside(Binding.COMPARISON)
                        + (escape == null ? "" : " ESCAPE " + functions.text(escape)),
                Binding.COMPARISON);
    }

    private Term startsWith(Call call) {
        String part = call.operand(1).atom();
        return Term.of("substr(" + call.operand(0).sql() + ", 1, length(" + part + ")) = " + part, Binding.COMPARISON);
    }
}
