package io.godwit.failure;

import org.jspecify.annotations.Nullable;

/**
 * A run could not renew its lease in time, and another run has taken it over: this one has stopped before its next commit. Thrown where
 * the lock is a row that is leased.
 */
public final class LockLostException extends GodwitException {

    private static final long serialVersionUID = 1L;

    private final String holder;

    /**
     * With who holds the lease by now.
     *
     * @param holder in words; empty when it is free again
     * @param cause what the run stopped with, if it had noticed otherwise
     */
    public LockLostException(String message, String holder, @Nullable Throwable cause) {
        super(message, cause);
        this.holder = holder;
    }

    /** Who holds the lease by now, in words; empty when it is free again. */
    public String holder() {
        return holder;
    }
}
