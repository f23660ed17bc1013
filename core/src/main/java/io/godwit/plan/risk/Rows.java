package io.godwit.plan.risk;

import io.godwit.plan.Severity;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How many rows a table has, as far as anybody knows. Immutable.
 *
 * @param count empty when nobody knows
 */
record Rows(OptionalLong count) {

    static final Rows UNKNOWN = new Rows(OptionalLong.empty());

    /** From here on, reading every row is felt. */
    static final long MANY = 10_000;

    /** From here on, it is felt for long. */
    static final long VERY_MANY = 1_000_000;

    static Rows of(long count) {
        return new Rows(OptionalLong.of(count));
    }

    boolean none() {
        return count.isPresent() && count.getAsLong() == 0;
    }

    boolean few() {
        return count.isPresent() && count.getAsLong() < MANY;
    }

    boolean veryMany() {
        return count.isPresent() && count.getAsLong() >= VERY_MANY;
    }

    /** What waiting for the rows weighs: nothing without rows, little with few, more with very many. */
    Optional<Severity> weigh(Severity usual) {
        if (none()) {
            return Optional.empty();
        } else if (few()) {
            return Optional.of(Severity.LOW);
        }
        return Optional.of(veryMany() ? higher(usual) : usual);
    }

    /** What losing rows weighs, however few they are. */
    Severity loss(Severity usual) {
        if (none()) {
            return Severity.LOW;
        }
        return veryMany() ? higher(usual) : usual;
    }

    /** What rows that may stand against a change weigh. */
    Optional<Severity> failure(Severity usual) {
        return none() ? Optional.empty() : Optional.of(usual);
    }

    private static Severity higher(Severity severity) {
        return switch (severity) {
            case INFO -> Severity.LOW;
            case LOW -> Severity.MEDIUM;
            case MEDIUM -> Severity.HIGH;
            case HIGH, CRITICAL -> Severity.CRITICAL;
        };
    }

    /** For the end of a message; empty when nobody knows. */
    String words() {
        if (count.isEmpty()) {
            return "";
        }
        long rows = count.getAsLong();
        return rows == 1 ? " (1 row)" : String.format(Locale.ROOT, " (%,d rows%s)", rows, few() ? "" : ", about");
    }
}
