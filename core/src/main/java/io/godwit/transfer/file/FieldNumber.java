package io.godwit.transfer.file;

import io.godwit.schema.DecimalType;
import io.godwit.schema.SimpleType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * A number as it is written. Immutable.
 *
 * @param text the digits
 * @param exact their value
 */
record FieldNumber(String text, BigDecimal exact) {

    /** A double ends at 308; what goes further only serves to fill memory. */
    private static final Pattern WRITTEN =
            Pattern.compile("[+-]?([0-9]{1,1000}([.][0-9]{0,1000})?|[.][0-9]{1,1000})([eE][+-]?[0-9]{1,3})?");

    static FieldNumber of(String text) {
        String stripped = text.strip();
        if (!WRITTEN.matcher(stripped).matches()) {
            String shown = text.length() > 60 ? text.substring(0, 40) + "…" : text;
            throw new IllegalArgumentException("'" + shown + "' is no number; write 42 or -1.5");
        }
        return new FieldNumber(stripped, new BigDecimal(stripped));
    }

    /** A whole number in a type of so many bits, as it is written without sign and zeros that say nothing. */
    static String integer(String text, SimpleType type, int bits) {
        return bits >= Integer.SIZE && isShort(text) ? text : of(text).integer(type, bits);
    }

    /** Whether it is a number of one to nine digits as everybody writes it, which needs no second look. */
    private static boolean isShort(String text) {
        boolean digits = !text.isEmpty() && text.length() < 10 && (text.charAt(0) != '0' || text.length() == 1);
        for (int at = 0; digits && at < text.length(); at++) {
            digits = text.charAt(at) >= '0' && text.charAt(at) <= '9';
        }
        return digits;
    }

    private IllegalArgumentException refused(String what) {
        return new IllegalArgumentException("'" + text + "' " + what);
    }

    private String integer(SimpleType type, int bits) {
        if (exact.signum() != 0 && exact.stripTrailingZeros().scale() > 0) {
            throw refused("is no " + type + ": it has digits after the point");
        }
        BigInteger integer = exact.toBigInteger();
        if (integer.bitLength() >= bits) {
            BigInteger most = BigInteger.ONE.shiftLeft(bits - 1);
            throw refused("is out of the range of " + type + ", which is " + most.negate() + " to "
                    + most.subtract(BigInteger.ONE));
        }
        return integer.toString();
    }

    String decimal(DecimalType type) {
        BigDecimal plain = exact.signum() == 0 ? BigDecimal.ZERO : exact.stripTrailingZeros();
        if (plain.scale() > type.scale()) {
            throw refused("has " + plain.scale() + " digits after the point, and " + type + " keeps " + type.scale());
        }
        if (plain.precision() - plain.scale() > type.precision() - type.scale()) {
            throw refused(
                    "has more digits before the point than the " + (type.precision() - type.scale()) + " of " + type);
        }
        return plain.setScale(type.scale()).toPlainString();
    }

    String single() {
        float number = exact.floatValue();
        if (Float.isInfinite(number) || (number == 0 && exact.signum() != 0)) {
            throw refused("is out of the range of real");
        }
        return Float.toString(number);
    }

    String ratio() {
        double number = exact.doubleValue();
        if (Double.isInfinite(number) || (number == 0 && exact.signum() != 0)) {
            throw refused("is out of the range of double");
        }
        return Double.toString(number);
    }
}
