package io.godwit.dialect.mysql;

import io.godwit.dialect.Binding;
import io.godwit.dialect.Call;
import io.godwit.dialect.Term;
import io.godwit.dialect.ValueType;
import io.godwit.dialect.ValueType.Kind;
import java.util.Map;

/** Arithmetic. Decimals are exact in both databases, up to 65 digits, 30 of them after the point. */
final class NumberForms {

    /** For quotients and means, whose digits depend on the operand's: enough for PostgreSQL's, with room before the point. */
    static final String WIDE = "DECIMAL(65, 24)";

    private static final int MOST_DIGITS_AFTER_POINT = 30;

    private NumberForms() {}

    static void addTo(Map<String, MySqlFunctions.Form> forms) {
        forms.put("+", call -> operation(call, Binding.SUM));
        forms.put("-", call -> operation(call, Binding.SUM));
        forms.put("*", call -> operation(call, Binding.PRODUCT));
        forms.put("/", NumberForms::divided);
        forms.put("%", NumberForms::remainder);
        forms.put("div", NumberForms::quotient);
        forms.put("mod", NumberForms::remainder);
        forms.put("negative", call -> Term.atom("(- " + number(call.operand(0)).atom() + ")"));
        forms.put("abs", call -> function(call, "ABS"));
        forms.put("sign", call -> function(call, "SIGN"));
        forms.put("floor", call -> wholeDouble(call, function(call, "FLOOR")));
        forms.put("ceil", call -> wholeDouble(call, function(call, "CEILING")));
        forms.put("round", call -> rounded(call, "ROUND"));
        forms.put("trunc", call -> rounded(call, "TRUNCATE"));
        forms.put("sqrt", call -> floating(call, "SQRT"));
        forms.put("power", call -> floating(call, "POWER"));
        forms.put("exp", call -> floating(call, "EXP"));
        forms.put("ln", call -> floating(call, "LN"));
        forms.put("log", call -> floating(call, "LOG10"));
        forms.put("pi", call -> Term.atom("3.141592653589793e0"));
        forms.put("random", call -> Term.atom("RAND()"));
    }

    /** Of decimals PostgreSQL gives a decimal of many digits. */
    private static Term floating(Call call, String name) {
        for (Term operand : call.operands()) {
            if (!operand.is(Kind.DOUBLE) && !operand.is(Kind.INTEGER) && operand.constant() == null) {
                throw Refusal.of(
                        call.name() + "() of " + CastForms.name(operand.type()),
                        "PostgreSQL gives a decimal there",
                        "a cast to double precision");
            }
        }
        boolean decimals = call.operands().get(0).is(Kind.DECIMAL) || call.size() != (name.equals("POWER") ? 2 : 1);
        if (decimals) {
            throw Refusal.of(
                    call.name() + "() of a decimal", "PostgreSQL gives a decimal there", "a cast to double precision");
        }
        return call.as(name);
    }

    private static Term function(Call call, String name) {
        return Term.atom(name + "(" + number(call.operand(0)).sql() + ")");
    }

    private static Term operation(Call call, Binding binding) {
        if (TimeArithmetic.concerns(call)) {
            return TimeArithmetic.of(call);
        }
        requireDigits(call.result());
        return Term.infix(operand(call, 0), call.name(), operand(call, 1), binding);
    }

    private static Term operand(Call call, int index) {
        Term operand = number(call.operand(index));
        boolean nothing = operand.is(Kind.UNTYPED) && operand.constant() == null;
        return nothing && call.result().is(Kind.DECIMAL) ? CastForms.NO_DECIMAL : operand;
    }

    private static void requireDigits(ValueType result) {
        if (result.is(Kind.DECIMAL) && result.scale() > MOST_DIGITS_AFTER_POINT) {
            throw Refusal.of(
                    "a decimal of " + result.scale() + " digits after the point",
                    "the engine calculates with " + MOST_DIGITS_AFTER_POINT,
                    "round() of the operands");
        }
    }

    private static Term divided(Call call) {
        Term left = number(call.operand(0));
        Term right = number(call.operand(1));
        return switch (call.result().kind()) {
            case INTEGER -> Term.infix(left, "DIV", right, Binding.PRODUCT);
            case DECIMAL -> Term.infix(wide(left), "/", right, Binding.PRODUCT);
            default ->
                Term.infix(Term.of(left.inside(Binding.SUM) + " + 0e0", Binding.SUM), "/", right, Binding.PRODUCT);
        };
    }

    /** Without its remainder a number divides to a whole one; DIV would overflow at 64 bits. */
    private static Term quotient(Call call) {
        Term left = number(call.operand(0));
        Term right = number(call.operand(1));
        if (!left.type().isExact() || !right.type().isExact()) {
            throw Refusal.of("div() of floating-point numbers", "PostgreSQL has it for exact numbers", "decimals");
        }
        String whole = left.atom() + " - " + left.atom() + " % " + right.atom();
        return Term.atom("TRUNCATE(" + wide(Term.atom(whole)).sql() + " / " + right.atom() + ", 0)");
    }

    static Term wide(Term number) {
        return Term.atom("CAST(" + number.sql() + " AS " + WIDE + ")");
    }

    private static Term remainder(Call call) {
        Term left = number(call.operand(0));
        Term right = number(call.operand(1));
        if (!left.type().isExact() || !right.type().isExact()) {
            throw Refusal.of(
                    "the remainder of floating-point numbers", "PostgreSQL has it for exact numbers", "decimals");
        }
        Term remainder = Term.infix(left, "%", right, Binding.PRODUCT);
        // MariaDB writes a decimal 0 as -0.00 if the first operand is negative.
        return call.result().is(Kind.DECIMAL) ? Term.of(remainder.sql() + " + 0", Binding.SUM) : remainder;
    }

    /** Halves go away from zero in decimals and to the even number in double precision, as in PostgreSQL. */
    private static Term rounded(Call call, String function) {
        Term operand = number(call.operand(0));
        boolean digits = call.size() > 1;
        if (digits && call.operand(1).constant() == null) {
            throw Refusal.of(
                    call.name() + "() to digits that are no literal",
                    "the digits of the result are not known then",
                    "a number of digits");
        }
        if (!digits && operand.is(Kind.INTEGER)) {
            return operand;
        }
        String places = digits ? ", " + call.operand(1).sql() : function.equals("TRUNCATE") ? ", 0" : "";
        return wholeDouble(call, Term.atom(function + "(" + operand.sql() + places + ")"));
    }

    /** MariaDB takes a double without digits after the point for one of 17 digits, and so cuts it in DISTINCT and GROUP BY. */
    private static Term wholeDouble(Call call, Term rounded) {
        return call.operand(0).is(Kind.DOUBLE) ? Term.of(rounded.sql() + " + 0e0", Binding.SUM) : rounded;
    }

    /** The operand, if the engine can calculate with it as PostgreSQL does. */
    static Term number(Term operand) {
        ValueType type = operand.type();
        if (type.is(Kind.REAL)) {
            throw Refusal.of(
                    "arithmetic with real", "PostgreSQL calculates in single precision", "a column of type double");
        }
        if (type.isNumber() || type.is(Kind.UNTYPED)) {
            return operand;
        }
        throw Refusal.of(
                "arithmetic with " + CastForms.name(type),
                type.is(Kind.UNKNOWN) ? "its type is not known here" : "PostgreSQL has no such operator",
                "columns of a table that operations made, or " + Refusal.OWN_KEY);
    }
}
