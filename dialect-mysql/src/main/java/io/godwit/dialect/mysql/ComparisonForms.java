package io.godwit.dialect.mysql;

import io.godwit.dialect.Binding;
import io.godwit.dialect.Call;
import io.godwit.dialect.Term;
import io.godwit.dialect.ValueType;
import io.godwit.dialect.ValueType.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Comparisons: as PostgreSQL's where the types let them be, refused where not. */
final class ComparisonForms {

    private ComparisonForms() {}

    static void addTo(Map<String, MySqlFunctions.Form> forms) {
        for (String operator : List.of("=", "<>", "<", "<=", ">", ">=")) {
            forms.put(operator, call -> infix(call, operator));
        }
        forms.put("is not distinct from", call -> infix(call, "<=>"));
        forms.put(
                "is distinct from", call -> Term.of("NOT " + infix(call, "<=>").inside(Binding.NOT), Binding.NOT));
        forms.put("between", call -> between(call, "BETWEEN"));
        forms.put("not between", call -> between(call, "NOT BETWEEN"));
        forms.put("between symmetric", call -> symmetric(call, ""));
        forms.put("not between symmetric", call -> symmetric(call, "NOT "));
        forms.put("in", call -> in(call, "IN"));
        forms.put("not in", call -> in(call, "NOT IN"));
        forms.put("nullif", call -> call.as("NULLIF", texts(aligned(call.operands()))));
        forms.put("coalesce", call -> call.size() == 1 ? call.operand(0) : call.as("COALESCE"));
        for (String truth : List.of("true", "false", "not true", "not false", "unknown", "not unknown")) {
            forms.put("is " + truth, call -> suffixed(call.operand(0), "IS " + truth.toUpperCase(Locale.ROOT)));
        }
        forms.put("collate", ComparisonForms::collated);
        forms.put("greatest", call -> extreme("GREATEST", call));
        forms.put("least", call -> extreme("LEAST", call));
    }

    /** Texts compare by code point here, as the collation "C" has it. */
    private static Term collated(Call call) {
        if (!"C".equals(call.operand(1).constant())) {
            throw Refusal.of(
                    "COLLATE " + call.operand(1).constant(), "it is a collation of PostgreSQL's", "COLLATE \"C\"");
        }
        return call.operand(0);
    }

    static void requireEquality(Term term) {
        Kind kind = term.type().kind();
        if (kind == Kind.JSON || kind == Kind.ARRAY || kind == Kind.VECTOR) {
            throw Refusal.of(
                    "a comparison of JSON, arrays or vectors",
                    "the engine has another order and equality for them",
                    "a field of it by ->>");
        }
    }

    private static Term infix(Call call, String operator) {
        List<Term> operands = aligned(call.operands());
        return Term.infix(operands.get(0), operator, operands.get(1), Binding.COMPARISON);
    }

    private static Term between(Call call, String words) {
        List<Term> operands = aligned(call.operands());
        return suffixed(
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
                not.isEmpty() ? Binding.ATOM : Binding.NOT);
    }

    private static Term in(Call call, String words) {
        List<Term> operands = aligned(call.operands());
        return suffixed(operands.get(0), words + " (" + texts(operands.subList(1, operands.size())) + ")");
    }

    private static String texts(List<Term> terms) {
        return terms.stream().map(Term::sql).collect(Collectors.joining(", "));
    }

    /** The operands in one type, as PostgreSQL compares them. */
    private static List<Term> aligned(List<Term> operands) {
        boolean moments = operands.stream().anyMatch(operand -> operand.is(Kind.TIMESTAMP));
        List<Term> aligned = new ArrayList<>();
        for (Term operand : operands) {
            requireEquality(operand);
            requireAlike(operand, operands);
            aligned.add(moments && operand.is(Kind.DATE) ? TimeForms.midnight(operand) : operand);
        }
        return aligned;
    }

    private static void requireAlike(Term operand, List<Term> operands) {
        boolean instant = operands.stream().anyMatch(other -> other.is(Kind.TIMESTAMPTZ));
        if (instant && (operand.is(Kind.DATE) || operand.is(Kind.TIMESTAMP))) {
            throw Refusal.of(
                    "a comparison of timestamptz with " + CastForms.name(operand.type()),
                    "it depends on the session's time zone",
                    "AT TIME ZONE 'UTC' on one side");
        }
        if (operand.is(Kind.REAL)) {
            operands.forEach(ComparisonForms::requireSinglePrecision);
        }
        operands.forEach(other -> requireNoConversion(operand.type(), other.type()));
    }

    /** MySQL makes numbers of texts where PostgreSQL finds no operator; a column of unknown type is left to the author. */
    private static void requireNoConversion(ValueType one, ValueType other) {
        if (one.is(Kind.TEXT) && (other.isNumber() || other.is(Kind.BOOLEAN))) {
            throw Refusal.of(
                    "a comparison of a text with " + CastForms.name(other),
                    "the engine makes a number of the text, PostgreSQL does not",
                    "a CAST on one side");
        }
    }

    /** A real has the type of double precision here, so that only what single precision can hold compares as in PostgreSQL. */
    private static void requireSinglePrecision(Term term) {
        String digits = term.constant();
        boolean exact = digits != null
                && term.type().isNumber()
                && new BigDecimal(Float.parseFloat(digits)).compareTo(new BigDecimal(digits)) == 0;
        if (!term.is(Kind.REAL) && !term.is(Kind.UNTYPED) && !exact) {
            throw Refusal.of(
                    "a comparison of real with another type",
                    "the engine keeps the digits that PostgreSQL rounds away",
                    "a column of type double");
        }
    }

    /** PostgreSQL leaves NULLs out, MySQL answers NULL: then what is there counts. */
    private static Term extreme(String function, Call call) {
        List<Term> operands = aligned(call.operands());
        String found = operands.get(0).sql();
        for (Term operand : operands.subList(1, operands.size())) {
            found = "COALESCE(" + function + "(" + found + ", " + operand.sql() + "), " + found + ", " + operand.sql()
                    + ")";
        }
        return operands.size() == 1 ? operands.get(0) : Term.atom(found);
    }

    private static Term suffixed(Term operand, String words) {
        return Term.of(operand.inside(Binding.COMPARISON) + " " + words, Binding.COMPARISON);
    }
}
