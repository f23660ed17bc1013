package io.godwit.dialect.sqlite;

import io.godwit.dialect.Binding;
import io.godwit.dialect.Call;
import io.godwit.dialect.Term;
import io.godwit.dialect.ValueType.Kind;
import io.godwit.schema.DecimalType;
import io.godwit.schema.Literal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Comparisons: as PostgreSQL's where the form in which SQLite keeps values lets them be, refused where not. */
final class ComparisonForms {

    private static final String JSON_REASON = "SQLite compares the text of JSON, PostgreSQL its value";

    private final SqliteFunctions functions;

    private ComparisonForms(SqliteFunctions functions) {
        this.functions = functions;
    }

    static void addTo(Map<String, SqliteFunctions.Form> forms, SqliteFunctions functions) {
        ComparisonForms comparison = new ComparisonForms(functions);
        for (String equality : List.of("=", "<>")) {
            forms.put(equality, call -> comparison.infix(call, equality, false));
        }
        for (String order : List.of("<", "<=", ">", ">=")) {
            forms.put(order, call -> comparison.infix(call, order, true));
        }
        forms.put("is distinct from", call -> comparison.infix(call, "IS NOT", false));
        forms.put("is not distinct from", call -> comparison.infix(call, "IS", false));
        forms.put("between", call -> comparison.between(call, "BETWEEN"));
        forms.put("not between", call -> comparison.between(call, "NOT BETWEEN"));
        forms.put("between symmetric", call -> comparison.symmetric(call, ""));
        forms.put("not between symmetric", call -> comparison.symmetric(call, "NOT "));
        forms.put("coalesce", ComparisonForms::coalesce);
        forms.put("in", call -> comparison.in(call, "IN"));
        forms.put("not in", call -> comparison.in(call, "NOT IN"));
        forms.put("nullif", comparison::nullif);
        for (String truth : List.of("true", "false", "not true", "not false")) {
            forms.put("is " + truth, call -> suffixed(call.operand(0), "IS " + truth.toUpperCase(Locale.ROOT)));
        }
        forms.put("is unknown", call -> suffixed(call.operand(0), "IS NULL"));
        forms.put("is not unknown", call -> suffixed(call.operand(0), "IS NOT NULL"));
        forms.put("collate", ComparisonForms::collated);
        forms.put("greatest", call -> comparison.extreme("max", call));
        forms.put("least", call -> comparison.extreme("min", call));
    }

    /** SQLite compares texts as the collation "C" does. */
    private static Term collated(Call call) {
        if (!"C".equals(call.operand(1).constant())) {
            throw Refusal.of(
                    "COLLATE " + call.operand(1).constant(), "SQLite orders texts by code point only", "COLLATE \"C\"");
        }
        return call.operand(0);
    }

    /** Refuses to order by what SQLite orders otherwise. */
    static void requireOrder(Term key) {
        requireEquality(key);
        if (isExactText(key)) {
            throw Refusal.of(
                    "the order of decimals of more than 15 digits",
                    "SQLite keeps them as text",
                    "decimal(15, s) or less");
        }
    }

    static void requireEquality(Term term) {
        Kind kind = term.type().kind();
        if (kind == Kind.JSON || kind == Kind.ARRAY || kind == Kind.VECTOR) {
            throw Refusal.of("a comparison of JSON, arrays or vectors", JSON_REASON, "a field of it by ->>");
        }
    }

    static boolean isExactText(Term term) {
        return term.is(Kind.DECIMAL) && term.constant() == null && term.type().precision() > 15;
    }

    private Term infix(Call call, String operator, boolean ordered) {
        List<Term> operands = aligned(call.operands(), ordered);
        return Term.infix(operands.get(0), operator, operands.get(1), Binding.COMPARISON);
    }

    private Term between(Call call, String words) {
        List<Term> operands = aligned(call.operands(), true);
        return suffixed(
                operands.get(0),
                words + " " + operands.get(1).inside(Binding.COMPARISON) + " AND "
                        + operands.get(2).inside(Binding.COMPARISON));
    }

    private Term symmetric(Call call, String not) {
        List<Term> operands = aligned(call.operands(), true);
        String value = operands.get(0).inside(Binding.COMPARISON);
        String one = operands.get(1).inside(Binding.COMPARISON);
        String other = operands.get(2).inside(Binding.COMPARISON);
        return Term.of(
                not + "(" + value + " BETWEEN " + one + " AND " + other + " OR " + value + " BETWEEN " + other + " AND "
                        + one + ")",
                not.isEmpty() ? Binding.ATOM : Binding.NOT);
    }

    private static Term coalesce(Call call) {
        return call.size() == 1 ? call.operand(0) : call.as("coalesce");
    }

    /** Rows stand in a VALUES list, for SQLite knows no list of rows. */
    private Term in(Call call, String words) {
        List<Term> operands = aligned(call.operands(), false);
        boolean rows = operands.get(0).is(Kind.OTHER);
        String members = operands.stream().skip(1).map(Term::sql).collect(Collectors.joining(", "));
        return suffixed(operands.get(0), words + " (" + (rows ? "VALUES " : "") + members + ")");
    }

    private Term nullif(Call call) {
        List<Term> operands = aligned(call.operands(), false);
        return Term.atom(
                "nullif(" + operands.get(0).sql() + ", " + operands.get(1).sql() + ")");
    }

    /** The operands in one form, in which equal values have equal texts or numbers. */
    List<Term> aligned(List<Term> operands, boolean ordered) {
        operands.forEach(ordered ? ComparisonForms::requireOrder : ComparisonForms::requireEquality);
        boolean moments = operands.stream().anyMatch(operand -> operand.is(Kind.TIMESTAMP));
        Term exact = operands.stream()
                .filter(ComparisonForms::isExactText)
                .findFirst()
                .orElse(null);
        List<Term> aligned = new ArrayList<>();
        for (Term operand : operands) {
            requireAlike(operand, operands);
            if (moments && operand.is(Kind.DATE)) {
                aligned.add(TimeForms.midnight(operand));
            } else {
                if (exact == null) {
                    NumberForms.requireDigits(operand);
                }
                aligned.add(exact == null ? operand : exactly(operand, exact));
            }
        }
        return aligned;
    }

    /** A constant beside a decimal that is kept as text becomes the same kind of text. */
    private Term exactly(Term operand, Term exact) {
        if (isExactText(operand) && operand.type().scale() == exact.type().scale()) {
            return operand;
        }
        String digits = operand.constant();
        boolean fits = digits != null
                && new BigDecimal(digits).stripTrailingZeros().scale()
                        <= exact.type().scale();
        if (digits == null || !fits || !operand.type().isExact()) {
            throw Refusal.of(
                    "a comparison of decimals of more than 15 digits",
                    "SQLite keeps them as text",
                    "columns of one type, or decimal(15, s) or less");
        }
        DecimalType type =
                new DecimalType(exact.type().precision(), exact.type().scale());
        return Term.atom(functions.literal(Literal.of(new BigDecimal(digits)), type));
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
        if (operand.is(Kind.REAL)) {
            operands.forEach(ComparisonForms::requireSinglePrecision);
        }
    }

    /** SQLite keeps a real in double precision, so that only what single precision can hold compares as in PostgreSQL. */
    private static void requireSinglePrecision(Term term) {
        String digits = term.constant();
        boolean exact = digits != null
                && term.type().isNumber()
                && new BigDecimal(Float.parseFloat(digits)).compareTo(new BigDecimal(digits)) == 0;
        if (!term.is(Kind.REAL) && !term.is(Kind.UNTYPED) && !exact) {
            throw Refusal.of(
                    "a comparison of real with another type",
                    "SQLite keeps the digits that PostgreSQL rounds away",
                    "a column of type double");
        }
    }

    /** PostgreSQL leaves NULLs out, SQLite's max and min of several values do not: the largest set without a NULL counts. */
    private Term extreme(String function, Call call) {
        List<Term> operands = aligned(call.operands(), true);
        if (operands.size() == 1) {
            return operands.get(0);
        }
        if (operands.size() > 4) {
            Term first = Term.atom(withoutNulls(function, operands.subList(0, 4)));
            List<Term> rest = new ArrayList<>(List.of(first.as(call.result())));
            rest.addAll(operands.subList(4, operands.size()));
            return extreme(function, Call.of(call.name(), rest, call.result()));
        }
        return Term.atom(withoutNulls(function, operands));
    }

    private static String withoutNulls(String function, List<Term> operands) {
        List<String> choices = new ArrayList<>();
        for (int size = operands.size(); size > 0; size--) {
            for (int set = (1 << operands.size()) - 1; set > 0; set--) {
                if (Integer.bitCount(set) == size) {
                    choices.add(of(function, operands, set));
                }
            }
        }
        return "coalesce(" + String.join(", ", choices) + ")";
    }

    private static String of(String function, List<Term> operands, int set) {
        List<String> members = new ArrayList<>();
        for (int index = 0; index < operands.size(); index++) {
            if ((set >> index & 1) == 1) {
                members.add(operands.get(index).sql());
            }
        }
        return members.size() == 1 ? members.get(0) : function + "(" + String.join(", ", members) + ")";
    }

    private static Term suffixed(Term operand, String words) {
        return Term.of(operand.inside(Binding.COMPARISON) + " " + words, Binding.COMPARISON);
    }
}
