package io.godwit.engine;

import io.godwit.failure.RepairNeededException;
import org.jspecify.annotations.Nullable;

/** Says what became of a run that was cut off while it took a failed migration back. */
final class Interrupted {

    private static final String STATE = "partly taken back: ";

    private final Run run;
    private final String migration;

    Interrupted(Run run, String migration) {
        this.run = run;
        this.migration = migration;
    }

    /**
     * For the audit trail, and to be thrown where there was an obstacle.
     *
     * @param failure the inverse that failed; null if none did
     */
    RepairNeededException takenBack(String obstacle, @Nullable StepFailure failure) {
        String words = "Migration " + migration + " had failed, and the run was cut off while it took it back";
        if (obstacle.isEmpty()) {
            return new RepairNeededException(words + ". It is taken back now.");
        }
        return because(
                words + ".\n  database: " + STATE + obstacle
                        + "\n  next: correct the cause and run again, which goes on taking back; or choose another way out with:"
                        + "  godwit repair --dry-run",
                failure);
    }

    /** With the statement that failed, if one did. */
    RepairNeededException because(String message, @Nullable StepFailure failure) {
        return failure == null
                ? new RepairNeededException(message)
                : new RepairNeededException(
                        message,
                        new Failures(run.session().dialect(), migration)
                                .statement(failure, STATE + failure.cause().getMessage()),
                        failure.cause());
    }
}
