package io.godwit.engine;

import io.godwit.dialect.FailureKind;
import java.util.concurrent.ThreadLocalRandom;

/** Decides whether a transaction that failed is run again: only for errors that pass, a few times, after a growing pause. */
final class Retry {

    private static final int MOST_ATTEMPTS = 4;
    private static final long FIRST_PAUSE_MILLIS = 50;

    private final Run run;
    private final String migration;
    private int attempt = 1;

    Retry(Run run, String migration) {
        this.run = run;
        this.migration = migration;
    }

    boolean again(StepFailure failure) {
        FailureKind kind = run.session().dialect().failures().classify(failure.cause());
        if (!kind.retryable() || kind == FailureKind.CONNECTION_LOST || attempt >= MOST_ATTEMPTS) {
            return false;
        }
        attempt++;
        run.tell(new ProgressEvent.Retried(
                migration, attempt, String.valueOf(failure.cause().getMessage())));
        return pause();
    }

    private boolean pause() {
        long longest = FIRST_PAUSE_MILLIS << attempt;
        try {
            Thread.sleep(longest / 2 + ThreadLocalRandom.current().nextLong(longest / 2 + 1));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
