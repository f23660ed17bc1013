package io.godwit.dialect.mssql;

import io.godwit.dialect.Binding;
import io.godwit.dialect.Call;
import io.godwit.dialect.Term;
import io.godwit.dialect.ValueType;
import io.godwit.dialect.ValueType.Kind;
import java.util.Map;

/**
 * Arithmetic. The digits of a result follow rules of SQL Server's own
 * (https://learn.microsoft.com/sql/t-sql/data-types/precision-scale-and-length-transact-sql), so that what it would cut is written
 * with room for it.
 */
final class NumberForms {

    /** Digits after the point that a quotient is given. */
    private static final int QUOTIENT = 20;

    private static final int MOST = 38;

    private NumberForms() {}

    static void addTo(Map<String, MsSqlFunctions.Form> forms) {
        forms.put("+", call -> operation(call, Binding.SUM));
        forms.put("-", call -> operation(call, Binding.SUM));
        forms.put("*", call -> operation(call, Binding.PRODUCT));
        forms.put("/", NumberForms::divided);
        forms.put("%", NumberForms::remainder);
        forms.put("mod", NumberForms::remainder);
        forms.put("abs", call -> Term.atom("ABS(" + number(call.operand(0)).sql() + ")"));
        forms.put("sign", call -> Term.atom("SIGN(" + number(call.operand(0)).sql() + ")"));
        forms.put("floor", call -> Term.atom("FLOOR(" + number(call.operand(0)).sql() + ")"));
        forms.put("ceil", call -> Term.atom("CEILING(" + number(call.operand(0)).sql() + ")"));
        forms.put("round", call -> rounded(call, ""));
        forms.put("trunc", call -> rounded(call, ", 1"));
    }

    private static Term operation(Call call, Binding binding) {
        if (TimeArithmetic.concerns(call)) {
            return TimeArithmetic.of(call);
        }
        Term left = number(call.operand(0));
        Term right = number(call.operand(1));
        ValueType one = left.type();
        ValueType other = right.type();
        boolean decimals = call.result().is(Kind.DECIMAL) && one.precision() > 0 && other.precision() > 0;
        if (binding == Binding.PRODUCT && decimals && one.precision() + other.precision() + 1 > MOST) {
            throw Refusal.of(
                    "a product of more than " + MOST + " digits",
                    "SQL Server would leave digits after the point out",
                    "a cast of one side to fewer digits");
        }
        return Term.infix(left, call.name(), right, binding);
    }

    private static Term divided(Call call) {
        Term left = number(call.operand(0));
        Term right = number(call.operand(1));
        if (!call.result().is(Kind.DECIMAL)) {
            return Term.infix(left, "/", right, Binding.PRODUCT);
        }
        return Term.infix(decimal(left, MOST, QUOTIENT), "/", right, Binding.PRODUCT);
    }

    private static Term remainder(Call call) {
        Term left = number(call.operand(0));
        Term right = number(call.operand(1));
        if (!left.type().isExact() || !right.type().isExact()) {
            throw Refusal.of(
                    "the remainder of floating-point numbers", "SQL Server has it for exact numbers", "decimals");
        }
        return Term.infix(left, "%", right, Binding.PRODUCT);
    }

    /** ROUND keeps the digits of its operand, so that 9.9 rounded up would not fit; halves go away from zero as in PostgreSQL. */
    private static Term rounded(Call call, String cut) {
        Term operand = number(call.operand(0));
        if (!operand.type().isExact() && cut.isEmpty()) {
            throw Refusal.of(
                    "round() of double precision",
                    "PostgreSQL rounds halves to the even number there",
                    "a cast to numeric first: round(x::numeric, 2)");
        }
        int digits = digits(call);
        if (!operand.type().isExact()) {
            return Term.atom("ROUND(" + operand.sql() + ", " + digits + cut + ")");
        }
        if (operand.is(Kind.INTEGER) && digits >= 0) {
            return decimal(operand, MOST, digits);
        }
        int scale = operand.type().scale();
        String wide = scale < 0 ? operand.sql() : decimal(operand, MOST, scale).sql();
        return Term.atom(
                "CAST(ROUND(" + wide + ", " + digits + cut + ") AS DECIMAL(" + MOST + "," + Math.max(digits, 0) + "))");
    }

    private static int digits(Call call) {
        if (call.size() < 2) {
            return 0;
        }
        String digits = call.operand(1).constant();
        if (digits == null || !digits.matches("-?[0-9]{1,2}")) {
            throw Refusal.of(
                    call.name() + "() to a number of digits that is no literal",
                    "the type of the result depends on it",
                    "a literal");
        }
        return Integer.parseInt(digits);
    }

    /** The number with so many digits. */
    static Term decimal(Term number, int precision, int scale) {
        return Term.atom("CAST(" + number.sql() + " AS DECIMAL(" + precision + "," + scale + "))")
                .as(number.type());
    }

    /** The operand, if SQL Server can calculate with it as PostgreSQL does. */
    static Term number(Term operand) {
        ValueType type = operand.type();
        if (type.isNumber() || type.is(Kind.UNTYPED)) {
            return operand;
        }
        throw Refusal.of(
                "arithmetic with " + CastForms.name(type),
                type.is(Kind.UNKNOWN) ? "its type is not known here" : "it has no form that gives PostgreSQL's answer",
                "columns of a table that operations made, or a statement under the key \"sqlserver\"");
    }
}
