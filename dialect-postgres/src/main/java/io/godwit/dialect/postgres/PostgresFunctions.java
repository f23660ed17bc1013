package io.godwit.dialect.postgres;

import io.godwit.dialect.Binding;
import io.godwit.dialect.Call;
import io.godwit.dialect.CastTarget;
import io.godwit.dialect.Clause;
import io.godwit.dialect.SqlSyntax;
import io.godwit.dialect.StandardForms;
import io.godwit.dialect.Term;
import io.godwit.dialect.ValueType;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** PostgreSQL's own forms: universal SQL is written as it stands. */
final class PostgresFunctions extends StandardForms {

    /** What PostgreSQL writes without brackets. */
    private static final Set<String> BARE = Set.of(
            "current_date",
            "current_time",
            "current_timestamp",
            "localtime",
            "localtimestamp",
            "current_user",
            "current_role",
            "session_user",
            "user",
            "current_catalog",
            "current_schema");

    PostgresFunctions(SqlSyntax syntax) {
        super(syntax);
    }

    @Override
    public boolean speaksUniversal() {
        return true;
    }

    @Override
    public Set<Clause> clauses() {
        return EnumSet.allOf(Clause.class);
    }

    @Override
    public String deleteUsing(String table, String alias, String others, String where) {
        return (deleteFrom(table, alias) + " USING " + others + " " + where).strip();
    }

    @Override
    public Term literal(String characters, ValueType type) {
        return Term.atom(syntax().text(characters));
    }

    @Override
    public Term cast(Term operand, CastTarget target) {
        return Term.atom("CAST(" + operand.sql() + " AS " + target.written() + ")");
    }

    @Override
    public Term call(Call call) {
        return switch (call.name()) {
            case "/", "%" -> call.infix(call.name(), Binding.PRODUCT);
            case "^" ->
                Term.atom("(" + call.operand(0).atom() + " ^ " + call.operand(1).atom() + ")");
            case "at time zone" ->
                Term.atom("(" + call.operand(0).atom() + " AT TIME ZONE "
                        + call.operand(1).atom() + ")");
            case "extract" ->
                call.as(
                        "EXTRACT",
                        call.operand(0).constant() + " FROM " + call.operand(1).sql());
            case "->", "->>" -> path(call);
            case "overlay" -> overlay(call);
            case "collate" ->
                Term.atom("(" + call.operand(0).atom() + " COLLATE "
                        + call.operand(1).sql() + ")");
            case "array" ->
                Term.atom("ARRAY" + call.operands().stream().map(Term::sql).toList());
            case "element" ->
                Term.atom("(" + call.operand(0).atom() + ")[" + call.operand(1).sql() + "]");
            case "count(*)", "not", "in", "not in", "between", "not between", "negative" -> super.call(call);
            default -> byShape(call);
        };
    }

    private Term byShape(Call call) {
        String name = call.name();
        if (name.startsWith("prefix ")) {
            return Term.atom("(" + name.substring("prefix ".length()) + " "
                    + call.operand(0).atom() + ")");
        }
        if (name.startsWith("is ") && call.size() == 1) {
            return suffixed(call.operand(0), name.toUpperCase(Locale.ROOT));
        }
        if (BARE.contains(name) && call.size() == 0) {
            return Term.atom(name.toUpperCase(Locale.ROOT));
        }
        if (name.endsWith("between symmetric")) {
            return suffixed(
                    call.operand(0),
                    name.toUpperCase(Locale.ROOT) + " " + call.operand(1).inside(Binding.COMPARISON) + " AND "
                            + call.operand(2).inside(Binding.COMPARISON));
        }
        if (isPattern(name)) {
            return pattern(call);
        }
        if (name.startsWith("is ") || isComparison(name)) {
            return call.infix(name.toUpperCase(Locale.ROOT), Binding.COMPARISON);
        }
        if (!Character.isLetter(name.charAt(0)) && name.charAt(0) != '_' && name.charAt(0) != '"') {
            return isShared(name) ? super.call(call) : call.infix(name, Binding.OPERATOR);
        }
        return isShared(name) && call.size() == 2 ? super.call(call) : call.as(name);
    }

    private static boolean isShared(String name) {
        return switch (name) {
            case "and", "or", "+", "-", "*" -> true;
            default -> false;
        };
    }

    private static boolean isComparison(String name) {
        return switch (name) {
            case "=", "<>", "<", "<=", ">", ">=" -> true;
            default -> false;
        };
    }

    private static boolean isPattern(String name) {
        return name.equals("like") || name.endsWith(" like") || name.endsWith("ilike") || name.endsWith("similar to");
    }

    private static Term pattern(Call call) {
        String escape = call.size() == 3 ? " ESCAPE " + call.operand(2).inside(Binding.COMPARISON) : "";
        return suffixed(
                call.operand(0),
                call.name().toUpperCase(Locale.ROOT) + " " + call.operand(1).inside(Binding.COMPARISON) + escape);
    }

    /** All keys but the last are taken by {@code ->}. */
    private static Term path(Call call) {
        Term path = call.operand(0);
        for (int index = 1; index < call.size() - 1; index++) {
            path = Term.infix(path, "->", call.operand(index), Binding.OPERATOR);
        }
        return Term.infix(path, call.name(), call.operand(call.size() - 1), Binding.OPERATOR);
    }

    /** The grammar before version 14 takes no commas here. */
    private static Term overlay(Call call) {
        return call.as(
                "overlay",
                call.operand(0).sql() + " PLACING " + call.operand(1).sql() + " FROM "
                        + call.operand(2).sql()
                        + (call.size() == 4 ? " FOR " + call.operand(3).sql() : ""));
    }
}
