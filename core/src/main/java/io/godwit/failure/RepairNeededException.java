package io.godwit.failure;

/** The state of the database is in doubt; the message names the repair action that settles it. */
public final class RepairNeededException extends GodwitException {

    private static final long serialVersionUID = 1L;

    public RepairNeededException(String message) {
        super(message);
    }

    public RepairNeededException(String message, Throwable cause) {
        super(message, cause);
    }
}
