package io.godwit.engine;

import java.time.Duration;
import java.util.Objects;

/**
 * How much of the database a transform of many rows takes for itself. Immutable.
 *
 * @param target how long a batch should take; its rows become more or fewer by it, and never more than the author allows
 * @param pause how long nothing is done behind each batch; at most ten seconds, for a session that is silent for longer is taken for dead
 * @param throttle SQL of the host's engine, asked before each batch: as long as the first value of its first row is true, or a number other
 *     than zero, the transform waits; empty for no question. A replica that lags behind, or a long queue, is a reason to wait
 * @param ask how long to wait before it is asked again; at most ten seconds
 */
public record BatchOptions(Duration target, Duration pause, String throttle, Duration ask) {

    private static final Duration LONGEST = Duration.ofSeconds(10);

    /** A second a batch, one behind the other. */
    public static final BatchOptions STANDARD =
            new BatchOptions(Duration.ofSeconds(1), Duration.ZERO, "", Duration.ofSeconds(1));

    public BatchOptions {
        Objects.requireNonNull(throttle, "throttle");
        check("target", target, target.isNegative() || target.isZero());
        check("pause", pause, pause.isNegative() || pause.compareTo(LONGEST) > 0);
        check("ask", ask, ask.isNegative() || ask.isZero() || ask.compareTo(LONGEST) > 0);
    }

    private static void check(String name, Duration duration, boolean wrong) {
        if (wrong) {
            throw new IllegalArgumentException(name + " cannot be " + duration);
        }
    }

    /** The same with a pause behind each batch. */
    public BatchOptions pausing(Duration duration) {
        return new BatchOptions(target, duration, throttle, ask);
    }

    /** The same with a question before each batch. */
    public BatchOptions throttledBy(String sql) {
        return new BatchOptions(target, pause, sql, ask);
    }
}
