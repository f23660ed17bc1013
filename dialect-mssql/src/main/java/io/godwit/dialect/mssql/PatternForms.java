package io.godwit.dialect.mssql;

import io.godwit.dialect.Binding;
import io.godwit.dialect.Call;
import io.godwit.dialect.SqlSyntax;
import io.godwit.dialect.Term;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** LIKE: in SQL Server a bracket opens a set of characters, and there is no escape character unless one is named. */
final class PatternForms {

    private final SqlSyntax syntax;

    private PatternForms(SqlSyntax syntax) {
        this.syntax = syntax;
    }

    static void addTo(Map<String, MsSqlFunctions.Form> forms, SqlSyntax syntax) {
        PatternForms patterns = new PatternForms(syntax);
        forms.put("like", call -> patterns.like(call, "LIKE", false));
        forms.put("not like", call -> patterns.like(call, "NOT LIKE", false));
        forms.put("ilike", call -> patterns.like(call, "LIKE", true));
        forms.put("not ilike", call -> patterns.like(call, "NOT LIKE", true));
        forms.put("starts_with", PatternForms::startsWith);
    }

    private Term like(Call call, String operator, boolean anyCase) {
        Term text = anyCase ? lower(call.operand(0)) : call.operand(0);
        Term pattern = pattern(call);
        return Term.of(
                ComparisonForms.exact(text).inside(Binding.COMPARISON) + " " + operator + " "
                        + (anyCase ? lower(pattern) : pattern).inside(Binding.COMPARISON) + " ESCAPE N'\\'",
                Binding.COMPARISON);
    }

    private static Term lower(Term text) {
        return Term.atom("LOWER(" + text.sql() + ")");
    }

    private Term pattern(Call call) {
        String constant = call.operand(1).constant();
        String escape = escape(call);
        if (constant != null) {
            return Term.atom(syntax.text(translated(constant, escape)));
        }
        if (call.size() == 3) {
            throw Refusal.of(
                    "ESCAPE for a pattern that is no literal",
                    "SQL Server escapes brackets too",
                    "a backslash without ESCAPE");
        }
        // What a backslash escapes already stays so: pairs of them are set aside first.
        String pattern = call.operand(1).sql();
        String aside = "REPLACE(" + pattern + MsSqlSyntax.EXACT + ", N'\\\\', NCHAR(1))";
        String bare = "REPLACE(REPLACE(" + aside + ", N'\\[', N'['), N'[', N'\\[')";
        return Term.atom("REPLACE(" + bare + ", NCHAR(1), N'\\\\')");
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

    private static String translated(String pattern, @Nullable String escape) {
        StringBuilder like = new StringBuilder();
        boolean escaped = false;
        for (int codePoint : pattern.codePoints().toArray()) {
            String character = Character.toString(codePoint);
            if (!escaped && character.equals(escape)) {
                escaped = true;
                continue;
            }
            boolean wild = codePoint == '%' || codePoint == '_';
            boolean literal = wild ? escaped : codePoint == '[' || codePoint == '\\';
            like.append(literal ? "\\" : "").append(character);
            escaped = false;
        }
        if (escaped) {
            throw new IllegalArgumentException("a LIKE pattern must not end with its escape character");
        }
        return like.toString();
    }

    private static Term startsWith(Call call) {
        Term part = call.operand(1);
        String at = "CHARINDEX(" + part.sql() + ", "
                + ComparisonForms.exact(call.operand(0)).sql() + ")";
        return Term.of(at + " = 1 OR (" + at + " = 0 AND DATALENGTH(" + part.sql() + ") = 0)", Binding.OR);
    }
}
