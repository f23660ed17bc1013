package io.godwit.dialect.sqlite;

import io.godwit.dialect.Binding;
import io.godwit.dialect.Call;
import io.godwit.dialect.Term;
import io.godwit.dialect.ValueType;
import io.godwit.dialect.ValueType.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Rounding, half away from zero, as numbers of decimal digits: 2.675 is 2.68 with two, though the double nearest to 2.675 is less.
 *
 * <p>SQLite's own round looks at the double, and its versions differ: 3.40 gives 2.68, 3.54 gives 2.67. So a number is scaled up,
 * written with the 15 digits that a double surely has, read again and only then rounded.
 */
final class RoundingForms {

    /** Up to 2 to the power of 52, two neighbours of any such number of smallest units are different doubles. */
    private static final long MOST = 1L << 52;

    private RoundingForms() {}

    /** A sum or product in the digits that it must have: no ties here, so SQLite's own round will do. */
    static Term toScale(Term value, ValueType type) {
        return type.scale() < 0 ? value : Term.atom("round(" + value.sql() + ", " + type.scale() + ")");
    }

    /** The same where the result may have more digits than a double: that must fail and not lose digits without a word. */
    static Term guarded(Term value, ValueType type) {
        if (type.scale() < 0) {
            return value;
        }
        if (type.scale() > 15) {
            throw Refusal.of(
                    "a decimal of " + type.scale() + " digits after the point",
                    "SQLite calculates with 15 digits",
                    "round(…, 4) of its operands");
        }
        String most = new BigDecimal(MOST).movePointLeft(type.scale()).toPlainString();
        return Term.atom("CASE WHEN abs(" + value.sql() + ") >= " + most + " THEN "
                + Failure.of("the result has more than 15 digits") + " ELSE "
                + toScale(value, type).sql() + " END");
    }

    static Term rounded(Call call) {
        Term operand = NumberForms.number(call.operand(0));
        if (operand.is(Kind.DOUBLE)) {
            return toEven(operand);
        }
        int digits = digits(call);
        return rounded(operand, digits);
    }

    /** A number rounded to so many digits, halves away from zero. */
    static Term rounded(Term operand, int digits) {
        String constant = operand.constant();
        if (constant != null && operand.type().isExact()) {
            return Term.atom(new BigDecimal(constant)
                    .setScale(digits, RoundingMode.HALF_UP)
                    .toPlainString());
        }
        boolean enough = operand.is(Kind.INTEGER) && digits >= 0;
        if (enough || hasAtMost(operand, digits)) {
            return operand;
        }
        if (digits == 0 && operand.type().scale() >= 0) {
            return Term.atom("round(" + operand.sql() + ")");
        }
        if (digits < 0 && operand.type().scale() >= 0) {
            String half = power(-digits) + " / 2";
            return wholeTens(
                    "(" + whole(operand) + " + CASE WHEN " + operand.inside(Binding.COMPARISON) + " < 0 THEN -" + half
                            + " ELSE " + half + " END)",
                    digits);
        }
        return scaledDown("round(" + digitsOf(operand, digits) + ")", operand, digits);
    }

    /** As PostgreSQL rounds double precision: halves to the even number; what is that large has no digits to round. */
    static Term toEven(Term operand) {
        String value = operand.atom();
        String whole = "CAST(" + operand.sql() + " AS INTEGER)";
        return Term.atom(
                "CASE WHEN abs(" + operand.sql() + ") >= 4503599627370496.0 THEN " + operand.sql() + " WHEN abs("
                        + value + " - " + whole + ") = 0.5 THEN 2 * round(" + value + " / 2) ELSE " + whole + " + ("
                        + value + " - "
                        + whole + " > 0.5) - (" + value + " - " + whole + " < -0.5) END");
    }

    private static boolean hasAtMost(Term operand, int digits) {
        return operand.is(Kind.DECIMAL)
                && operand.type().scale() >= 0
                && operand.type().scale() <= digits;
    }

    static Term truncated(Call call) {
        Term operand = NumberForms.number(call.operand(0));
        int digits = digits(call);
        if (operand.is(Kind.INTEGER) && digits >= 0) {
            return operand;
        }
        if (operand.is(Kind.DOUBLE)) {
            String cut = "CAST(" + operand.sql() + " AS INTEGER)";
            return Term.atom("CASE WHEN abs(" + operand.sql() + ") < 4503599627370496.0 THEN " + cut + " ELSE "
                    + operand.sql() + " END");
        }
        if (digits == 0 && operand.type().scale() >= 0) {
            return Term.atom(whole(operand));
        }
        if (digits < 0 && operand.type().scale() >= 0) {
            return wholeTens(whole(operand), digits);
        }
        if (hasAtMost(operand, digits)) {
            return operand;
        }
        String digitsOf = digitsOf(operand, digits);
        Term cut = scaledDown("CAST(" + digitsOf + " AS INTEGER)", operand, digits);
        return Term.atom("CASE WHEN abs(" + digitsOf + ") >= " + MOST + " THEN " + operand.sql() + " ELSE " + cut.sql()
                + " END");
    }

    private static String whole(Term operand) {
        return "CAST(" + operand.sql() + " AS INTEGER)";
    }

    /** What stands behind the point decides nothing about tens; divided, a number of sixteen digits would lose the last. */
    private static Term wholeTens(String whole, int digits) {
        return Term.of(whole + " / " + power(-digits) + " * " + power(-digits), Binding.PRODUCT);
    }

    /** The operand times a power of ten, as its 15 digits say. */
    private static String digitsOf(Term operand, int digits) {
        String scaled = digits == 0
                ? operand.sql()
                : operand.atom() + (digits > 0 ? " * " : " / ") + power(Math.abs(digits)) + ".0";
        return "CAST(printf('%.15g', " + scaled + ") AS REAL)";
    }

    /** printf makes NULL 0, so that NULL must be kept out. */
    private static Term scaledDown(String whole, Term operand, int digits) {
        String scale = digits == 0 ? "" : (digits > 0 ? " / " : " * ") + power(Math.abs(digits)) + ".0";
        return Term.atom(
                "CASE WHEN " + operand.inside(Binding.COMPARISON) + " IS NOT NULL THEN " + whole + scale + " END");
    }

    private static int digits(Call call) {
        if (call.size() < 2) {
            return 0;
        }
        String digits = call.operand(1).constant();
        if (digits == null || !digits.matches("-?[0-9]{1,2}")) {
            throw Refusal.of(
                    call.name() + "() to a number of digits that is no literal",
                    "SQLite rounds otherwise",
                    "a literal");
        }
        return Integer.parseInt(digits);
    }

    /** An exact number as so many of its smallest unit. */
    static String scaledUp(Term term, int scale) {
        if (term.is(Kind.INTEGER) && scale == 0) {
            return term.atom();
        }
        String units = "round(" + term.atom() + " * " + power(scale) + ")";
        int whole = term.type().precision() - term.type().scale();
        return term.type().precision() > 0 && whole + scale <= 15
                ? "CAST(" + units + " AS INTEGER)"
                : "CASE WHEN abs(" + units + ") >= " + MOST + " THEN "
                        + Failure.of("an operand has more than 15 digits") + " ELSE CAST(" + units
                        + " AS INTEGER) END";
    }

    static String power(int digits) {
        return "1" + "0".repeat(digits);
    }

    /** As the value of a column of so many digits. */
    static Term assigned(Term value, ValueType type) {
        return type.scale() < 0 ? value : rounded(value, type.scale());
    }

    /** A double as the decimal that PostgreSQL makes of it: its 15 digits. */
    static Term ofDouble(Term operand, @Nullable Integer scale) {
        if (scale != null) {
            return rounded(operand.as(ValueType.decimal(0, -1)), scale);
        }
        return Term.atom("CASE WHEN " + operand.inside(Binding.COMPARISON) + " IS NOT NULL THEN "
                + "CAST(printf('%.15g', " + operand.sql() + ") AS REAL) END");
    }
}
