package io.godwit.engine;

import io.godwit.dialect.FailureKind;

/** Decides whether a statement that commits by itself is run again: only for errors that pass, a few times, after a growing pause. */
final class Retry {

    private final Run run;
    private final String migration;
    private final RetryPolicy policy;
    private int attempt = 1;

    Retry(Run run, String migration) {
        this.run = run;
        this.migration = migration;
        this.policy = run.options().retries();
    }

    boolean again(StepFailure failure) {
        FailureKind kind = run.session().dialect().failures().classify(failure.cause());
        boolean hopeless = run.isCancelled() || !kind.retryable() || kind == FailureKind.CONNECTION_LOST;
        if (hopeless || attempt >= policy.attempts()) {
            return false;
        }
        attempt++;
        run.tell(new ProgressEvent.Retried(
                migration, attempt, String.valueOf(failure.cause().getMessage())));
        return policy.pause(attempt - 1);
    }
}
