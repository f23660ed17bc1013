package io.godwit.engine;

import io.godwit.dialect.FailureKind;

/** Counts how often one migration was tried; a migration that gets further begins anew. For one thread. */
final class Attempts {

    private final RetryPolicy policy;
    private String migration = "";
    private int attempt = 1;

    Attempts(RetryPolicy policy) {
        this.policy = policy;
    }

    /** Whether there is another attempt; waits for it. */
    boolean again(Setback setback, Run run) {
        if (!setback.migration().id().equals(migration)) {
            migration = setback.migration().id();
            attempt = 1;
        }
        FailureKind kind =
                run.session().dialect().failures().classify(setback.failure().cause());
        if (!kind.retryable() || attempt >= policy.attempts()) {
            return false;
        }
        attempt++;
        run.tell(new ProgressEvent.Retried(
                migration, attempt, Words.of(setback.failure().cause())));
        return policy.pause(attempt - 1);
    }
}
