package io.godwit.dialect.sqlite;

import io.godwit.dialect.Binding;
import io.godwit.dialect.Call;
import io.godwit.dialect.Term;
import io.godwit.dialect.ValueType;
import io.godwit.dialect.ValueType.Kind;
import java.util.Map;

/**
 * Arithmetic. A decimal is a double here, which holds 15 digits: every result is rounded to the digits that PostgreSQL gives it, so
 * that 0.1 + 0.2 is 0.3.
 */
final class NumberForms {

    private NumberForms() {}

    static void addTo(Map<String, SqliteFunctions.Form> forms) {
        forms.put("+", call -> operation(call, Binding.SUM));
        forms.put("-", call -> operation(call, Binding.SUM));
        forms.put("*", call -> operation(call, Binding.PRODUCT));
        forms.put("/", NumberForms::divided);
        forms.put("%", NumberForms::remainder);
        forms.put("mod", NumberForms::remainder);
        forms.put("negative", NumberForms::negative);
        forms.put("div", NumberForms::quotient);
        forms.put("pi", call -> Term.atom("3.141592653589793"));
        forms.put("&", call -> bits(call, " & "));
        forms.put("|", call -> bits(call, " | "));
        forms.put(
                "#",
                call -> Term.atom("(" + bits(call, " | ").sql() + " - "
                        + bits(call, " & ").sql() + ")"));
        forms.put("prefix ~", call -> Term.atom("(~ " + whole(call.operand(0)).atom() + ")"));
        forms.put("abs", call -> Term.atom("abs(" + number(call.operand(0)).sql() + ")"));
        forms.put("sign", NumberForms::sign);
        forms.put("floor", call -> whole(call, "-", "<"));
        forms.put("ceil", call -> whole(call, "+", ">"));
        forms.put("round", RoundingForms::rounded);
        forms.put("trunc", RoundingForms::truncated);
        forms.put("random", call -> Term.atom("((random() >> 11 & 9007199254740991) / 9007199254740992.0)"));
    }

    private static Term operation(Call call, Binding binding) {
        if (TimeArithmetic.concerns(call)) {
            return TimeArithmetic.of(call);
        }
        Term left = number(call.operand(0));
        Term right = number(call.operand(1));
        Term plain = Term.infix(left, call.name(), right, binding);
        if (!call.result().is(Kind.DECIMAL)) {
            return plain;
        }
        return digits(call, left.type(), right.type()) <= 15
                ? RoundingForms.toScale(plain, call.result())
                : RoundingForms.guarded(plain, call.result());
    }

    /** The digits that the result has at most; many if an operand is a result itself. */
    private static int digits(Call call, ValueType left, ValueType right) {
        if (left.precision() == 0 || right.precision() == 0) {
            return Integer.MAX_VALUE;
        }
        if (call.name().equals("*")) {
            return left.precision() + right.precision();
        }
        int whole = Math.max(left.precision() - left.scale(), right.precision() - right.scale());
        return whole + 1 + Math.max(left.scale(), right.scale());
    }

    private static Term divided(Call call) {
        Term left = number(call.operand(0));
        Term right = number(call.operand(1));
        return call.result().is(Kind.INTEGER)
                ? Term.infix(left, "/", right, Binding.PRODUCT)
                : Term.infix(Term.atom("CAST(" + left.sql() + " AS REAL)"), "/", right, Binding.PRODUCT);
    }

    /** SQLite takes the remainder of whole numbers only: decimals are scaled up to such. */
    private static Term remainder(Call call) {
        Term left = number(call.operand(0));
        Term right = number(call.operand(1));
        if (left.is(Kind.INTEGER) && right.is(Kind.INTEGER)) {
            return Term.infix(left, "%", right, Binding.PRODUCT);
        }
        int scale = Math.max(left.type().scale(), right.type().scale());
        boolean known = left.type().scale() >= 0 && right.type().scale() >= 0;
        if (!left.type().isExact() || !right.type().isExact() || !known) {
            throw Refusal.of("the remainder of floating-point numbers", "SQLite has it for whole numbers", "decimals");
        }
        String text = RoundingForms.scaledUp(left, scale) + " % " + RoundingForms.scaledUp(right, scale);
        return Term.of("(" + text + ") / " + RoundingForms.power(scale) + ".0", Binding.PRODUCT);
    }

    /** The whole part of a quotient: of decimals as whole numbers of their smallest unit. */
    private static Term quotient(Call call) {
        Term left = number(call.operand(0));
        Term right = number(call.operand(1));
        int scale = Math.max(left.type().scale(), right.type().scale());
        if (!left.type().isExact()
                || !right.type().isExact()
                || left.type().scale() < 0
                || right.type().scale() < 0) {
            throw Refusal.of("div() of floating-point numbers", "PostgreSQL has it for decimals", "trunc(a / b)");
        }
        return Term.of(
                RoundingForms.scaledUp(left, scale) + " / " + RoundingForms.scaledUp(right, scale), Binding.PRODUCT);
    }

    private static Term bits(Call call, String operator) {
        return Term.atom("(" + whole(call.operand(0)).atom() + operator
                + whole(call.operand(1)).atom() + ")");
    }

    private static Term whole(Term operand) {
        if (!operand.is(Kind.INTEGER)) {
            throw Refusal.of("bits of what is no whole number", "they have none in SQLite", "integers");
        }
        return operand;
    }

    private static Term negative(Call call) {
        return Term.atom("(- " + number(call.operand(0)).atom() + ")");
    }

    private static Term sign(Call call) {
        String operand = number(call.operand(0)).inside(Binding.COMPARISON);
        return Term.atom("((" + operand + " > 0) - (" + operand + " < 0))");
    }

    /** Cut off, then corrected; numbers that large have no digits to cut off. */
    private static Term whole(Call call, String correction, String comparison) {
        Term operand = number(call.operand(0));
        if (operand.is(Kind.INTEGER)) {
            return operand;
        }
        String value = operand.atom();
        String cut = "CAST(" + operand.sql() + " AS INTEGER)";
        return Term.atom("CASE WHEN abs(" + operand.sql() + ") < 4503599627370496.0 THEN " + cut + " " + correction
                + " (" + value + " " + comparison + " " + cut + ") ELSE " + operand.sql() + " END");
    }

    /** Refuses a literal that has more digits than a double. */
    static void requireDigits(Term operand) {
        if (operand.is(Kind.DECIMAL)
                && operand.constant() != null
                && operand.type().precision() > 15) {
            throw Refusal.of("a decimal of more than 15 digits", "SQLite calculates with 15", "fewer digits");
        }
    }

    /** The operand, if SQLite can calculate with it as PostgreSQL does. */
    static Term number(Term operand) {
        ValueType type = operand.type();
        if (type.is(Kind.REAL)) {
            throw Refusal.of(
                    "arithmetic with real", "PostgreSQL calculates in single precision", "a column of type double");
        }
        if (ComparisonForms.isExactText(operand)) {
            throw Refusal.of(
                    "arithmetic with decimals of more than 15 digits",
                    "SQLite keeps them as text",
                    "decimal(15, s) or less");
        }
        requireDigits(operand);
        if (type.isNumber() || type.is(Kind.UNTYPED)) {
            return operand;
        }
        throw Refusal.of(
                "arithmetic with a value of type " + CastForms.name(type),
                type.is(Kind.UNKNOWN) ? "its type is not known here" : "SQLite keeps it in a form of its own",
                "columns of a table that operations made, or a statement under the key \"sqlite\"");
    }
}
