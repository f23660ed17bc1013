package io.godwit.dialect.mssql;

import io.godwit.dialect.Binding;
import io.godwit.dialect.Call;
import io.godwit.dialect.Term;
import io.godwit.dialect.ValueType;
import io.godwit.dialect.ValueType.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Comparisons: texts by code unit whatever the database's collation, and nothing that SQL Server compares by other rules. */
final class ComparisonForms {

    private ComparisonForms() {}

    static void addTo(Map<String, MsSqlFunctions.Form> forms, MsSqlVersion version) {
        for (String operator : List.of("=", "<>", "<", "<=", ">", ">=")) {
            boolean order = !operator.equals("=") && !operator.equals("<>");
            forms.put(operator, call -> infix(call, operator, order));
        }
        forms.put("is distinct from", call -> distinct(call, "0"));
        forms.put("is not distinct from", call -> distinct(call, "1"));
        forms.put("between", call -> between(call, "BETWEEN"));
        forms.put("not between", call -> between(call, "NOT BETWEEN"));
        forms.put("between symmetric", call -> symmetric(call, ""));
        forms.put("not between symmetric", call -> symmetric(call, "NOT "));
        forms.put("in", call -> in(call, "IN"));
        forms.put("not in", call -> in(call, "NOT IN"));
        forms.put("coalesce", ComparisonForms::coalesce);
        forms.put("nullif", ComparisonForms::nullif);
        forms.put("greatest", call -> extreme(call, ">=", version.atLeast(16) ? "GREATEST" : ""));
        forms.put("least", call -> extreme(call, "<=", version.atLeast(16) ? "LEAST" : ""));
        forms.put("collate", ComparisonForms::collated);
    }

    /** Refuses to order by what SQL Server orders otherwise. */
    static void requireOrder(Term key) {
        requireEquality(key);
    }

    static void requireEquality(Term term) {
        Kind kind = term.type().kind();
        if (kind == Kind.JSON || kind == Kind.ARRAY || kind == Kind.VECTOR) {
            throw Refusal.of(
                    "a comparison of JSON, arrays or vectors",
                    "SQL Server compares the text of JSON, PostgreSQL its value",
                    "a field of it by ->>");
        }
    }

    private static Term infix(Call call, String operator, boolean ordered) {
        List<Term> operands = aligned(call.operands());
        if (ordered && operands.stream().anyMatch(operand -> operand.is(Kind.UUID))) {
            throw Refusal.of("the order of uuids", "SQL Server orders them by their last bytes first", "x::text");
        }
        return Term.infix(bit(operands.get(0)), operator, bit(operands.get(1)), Binding.COMPARISON);
    }

    /** A number is as good as a BIT, and all that the filter of an index takes. */
    private static Term bit(Term operand) {
        String constant = operand.constant();
        return constant != null && operand.is(Kind.BOOLEAN) ? Term.atom(constant.equals("true") ? "1" : "0") : operand;
    }

    private static Term distinct(Call call, String same) {
        List<Term> operands = aligned(call.operands());
        String one = operands.get(0).inside(Binding.COMPARISON);
        String other = operands.get(1).inside(Binding.COMPARISON);
        return Term.of(
                "CASE WHEN " + one + " = " + other + " OR (" + one + " IS NULL AND " + other
                        + " IS NULL) THEN 1 ELSE 0 END = " + same,
                Binding.COMPARISON);
    }

    private static Term between(Call call, String words) {
        List<Term> operands = aligned(call.operands());
        return LogicForms.suffixed(
                operands.get(0),
                words + " " + operands.get(1).inside(Binding.COMPARISON) + " AND "
                        + operands.get(2).inside(Binding.COMPARISON));
    }

    private static Term symmetric(Call call, String not) {
        List<Term> operands = aligned(call.operands());
        String value = operands.get(0).inside(Binding.COMPARISON);
        String one = operands.get(1).inside(Binding.COMPARISON);
        String other = operands.get(2).inside(Binding.COMPARISON);
        return Term.of(
                not + "(" + value + " BETWEEN " + one + " AND " + other + " OR " + value + " BETWEEN " + other + " AND "
                        + one + ")",
                not.isEmpty() ? Binding.CONDITION : Binding.NOT);
    }

    private static Term in(Call call, String words) {
        List<Term> operands = aligned(call.operands());
        String members = operands.stream().skip(1).map(Term::sql).collect(Collectors.joining(", "));
        return LogicForms.suffixed(operands.get(0), words + " (" + members + ")");
    }

    private static Term coalesce(Call call) {
        return call.size() == 1 ? call.operand(0) : call.as("COALESCE");
    }

    private static Term nullif(Call call) {
        List<Term> operands = aligned(call.operands());
        return Term.atom(
                "NULLIF(" + operands.get(0).sql() + ", " + operands.get(1).sql() + ")");
    }

    /** The operands with the exact collation on one of the texts, unless a column brings its own. */
    static List<Term> aligned(List<Term> operands) {
        operands.forEach(ComparisonForms::requireEquality);
        operands.forEach(operand -> requireAlike(operand, operands));
        boolean texts = operands.stream().anyMatch(operand -> operand.is(Kind.TEXT))
                || operands.stream().allMatch(operand -> operand.is(Kind.UNTYPED));
        if (!texts || operands.stream().anyMatch(ComparisonForms::isColumn)) {
            return operands;
        }
        List<Term> aligned = new ArrayList<>(operands);
        aligned.set(0, exact(operands.get(0)));
        return aligned;
    }

    /** The text under the exact collation; it needs brackets where another is named. */
    static Term exact(Term text) {
        return isColumn(text) || text.sql().equals("NULL")
                ? text
                : Term.of(text.atom() + MsSqlSyntax.EXACT, Binding.PRODUCT).as(text.type());
    }

    private static boolean isColumn(Term term) {
        return term.sql().matches("(?:(?:\\[(?:[^\\]]|\\]\\])*\\]|NEW|OLD)\\.)*\\[(?:[^\\]]|\\]\\])*\\]");
    }

    private static void requireAlike(Term operand, List<Term> operands) {
        boolean instant = operands.stream().anyMatch(other -> other.is(Kind.TIMESTAMPTZ));
        if (instant && (operand.is(Kind.DATE) || operand.is(Kind.TIMESTAMP))) {
            throw Refusal.of(
                    "a comparison of timestamptz with "
                            + operand.type().kind().name().toLowerCase(Locale.ROOT),
                    "it depends on the session's time zone",
                    "AT TIME ZONE 'UTC' on one side");
        }
        boolean real = operands.stream().anyMatch(other -> other.is(Kind.REAL));
        if (real && operand.type().isNumber() && !operand.is(Kind.REAL) && !operand.is(Kind.INTEGER)) {
            throw Refusal.of(
                    "a comparison of real with another type",
                    "SQL Server makes both real, PostgreSQL double precision",
                    "a column of type double");
        }
    }

    /** PostgreSQL leaves NULLs out, as GREATEST and LEAST of SQL Server 2022 do. */
    private static Term extreme(Call call, String comparison, String function) {
        List<Term> operands = aligned(call.operands());
        if (!function.isEmpty()) {
            return operands.size() == 1 ? operands.get(0) : call.as(function, texts(operands));
        }
        Term most = operands.get(0);
        for (Term next : operands.subList(1, operands.size())) {
            String one = most.inside(Binding.COMPARISON);
            String other = next.inside(Binding.COMPARISON);
            most = Term.atom("CASE WHEN " + other + " IS NULL OR " + one + " " + comparison + " " + other + " THEN "
                    + most.sql() + " ELSE " + next.sql() + " END");
        }
        return most;
    }

    private static String texts(List<Term> operands) {
        return operands.stream().map(Term::sql).collect(Collectors.joining(", "));
    }

    /** The one collation that means the same everywhere. */
    private static Term collated(Call call) {
        String name = call.operand(1).constant();
        if (name == null || !List.of("C", "POSIX", "ucs_basic").contains(name)) {
            throw Refusal.of("COLLATE " + name, "collations are the engine's own", "COLLATE \"C\"");
        }
        ValueType type = call.operand(0).type();
        return Term.of(call.operand(0).atom() + MsSqlSyntax.EXACT, Binding.PRODUCT)
                .as(type);
    }
}
