package io.godwit.failure;

import org.jspecify.annotations.Nullable;

/** Rows could not be taken out of a database, or not be brought in; no row was changed. */
public final class TransferFailedException extends GodwitException {

    private static final long serialVersionUID = 1L;

    public TransferFailedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
