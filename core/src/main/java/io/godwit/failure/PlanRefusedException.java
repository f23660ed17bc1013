package io.godwit.failure;

/** A plan cannot be made or may not run: a dependency, a conflict, a policy, a stale history. */
public final class PlanRefusedException extends GodwitException {

    private static final long serialVersionUID = 1L;

    public PlanRefusedException(String message) {
        super(message);
    }

    public PlanRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
