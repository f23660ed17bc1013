package io.godwit.dialect;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers in single precision, for engines that keep a real in double precision. Stateless. */
public final class SinglePrecision {

    /** So many digits tell any two numbers in single precision apart. */
    private static final int ENOUGH_DIGITS = 9;

    private SinglePrecision() {}

    /**
     * The number of single precision that is nearest, in the fewest digits that name it, as PostgreSQL shows it: 9.8 for 9.80000019.
     *
     * @throws IllegalArgumentException if it is out of range, as it is for PostgreSQL
     */
    public static BigDecimal shortest(BigDecimal number) {
        float nearest = number.floatValue();
        if (Float.isInfinite(nearest) || (nearest == 0 && number.signum() != 0)) {
            throw new IllegalArgumentException("'" + number + "' is no value of type real: it is out of range");
        }
        BigDecimal exact = new BigDecimal(nearest);
        for (int digits = 1; digits < ENOUGH_DIGITS; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits));
            if (rounded.floatValue() == nearest) {
                return asWritten(number, rounded);
            }
        }
        return asWritten(number, exact.round(new MathContext(ENOUGH_DIGITS)));
    }

    /** As the author wrote it, if that is the number. */
    private static BigDecimal asWritten(BigDecimal number, BigDecimal shortest) {
        return number.compareTo(shortest) == 0 ? number : shortest;
    }
}
