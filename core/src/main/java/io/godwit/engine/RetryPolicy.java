package io.godwit.engine;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How often, and how patiently, what may pass is tried again. Immutable.
 *
 * @param attempts how often one transaction is run at most, at least 1
 * @param firstPause the pause before the second attempt; it doubles with each, and a part of it is left to chance
 * @param reconnect how long a run whose connection is lost tries to get another one
 * @param connect how long the first connection is tried for; zero for once
 * @param answerCheck how often a run that waits for an answer looks, on its other connection, whether the server still works on it:
 *     an answer that was lost on the way would be waited for for ever; zero for never
 */
public record RetryPolicy(
        int attempts, Duration firstPause, Duration reconnect, Duration connect, Duration answerCheck) {

    /**
     * Four attempts, thirty seconds for a server that comes back, and a look every ten seconds; the first connection is tried once.
     */
    public static final RetryPolicy STANDARD =
            new RetryPolicy(4, Duration.ofMillis(100), Duration.ofSeconds(30), Duration.ZERO, Duration.ofSeconds(10));

    /** Whatever fails has failed. */
    public static final RetryPolicy NONE =
            new RetryPolicy(1, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    public RetryPolicy {
        if (attempts < 1) {
            throw new IllegalArgumentException("attempts must be at least 1, not " + attempts);
        }
        Objects.requireNonNull(firstPause, "firstPause");
        Objects.requireNonNull(reconnect, "reconnect");
        Objects.requireNonNull(connect, "connect");
        Objects.requireNonNull(answerCheck, "answerCheck");
    }

    /** The same with a first connection that is tried for longer, as where the database starts beside the host. */
    public RetryPolicy connectingFor(Duration patience) {
        return new RetryPolicy(attempts, firstPause, reconnect, patience, answerCheck);
    }

    /** How long the lock's session may be silent: three looks, for it is heard at each; zero where nobody looks. */
    Duration idleLock() {
        return answerCheck.multipliedBy(3);
    }

    /** How long a session may be silent that works; twice as long, for its run may have something else to do in between. */
    Duration idleWork() {
        return answerCheck.multipliedBy(6);
    }

    /** How long an answer is waited for that a plan needs, where nothing else looks after the session; zero for as long as it takes. */
    public Duration planning() {
        return answerCheck.multipliedBy(30);
    }

    /** Waits before the next attempt; false if the thread is interrupted. */
    boolean pause(int attempt) {
        long longest =
                Math.min(LONGEST_PAUSE.toMillis(), firstPause.toMillis() << Math.min(20, Math.max(0, attempt - 1)));
        try {
            Thread.sleep(longest / 2 + ThreadLocalRandom.current().nextLong(longest / 2 + 1));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
