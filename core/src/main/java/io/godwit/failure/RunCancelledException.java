package io.godwit.failure;

import org.jspecify.annotations.Nullable;

/** The host stopped a run, or interrupted its thread; what was under way is undone, and the message says what stays. */
public final class RunCancelledException extends GodwitException {

    private static final long serialVersionUID = 1L;

    public RunCancelledException(String message) {
        super(message);
    }

    public RunCancelledException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
