package io.godwit.failure;

/** A pre- or post-validation of a step did not hold; the transaction was rolled back. */
public final class ValidationFailedException extends GodwitException {

    private static final long serialVersionUID = 1L;

    public ValidationFailedException(String message) {
        super(message);
    }

    public ValidationFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
