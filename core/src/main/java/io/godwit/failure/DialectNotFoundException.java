package io.godwit.failure;

/** No dialect module answers for a live database, or two claim it; the message names the module to add or both claimants. */
public final class DialectNotFoundException extends GodwitException {

    private static final long serialVersionUID = 1L;

    public DialectNotFoundException(String message) {
        super(message);
    }

    public DialectNotFoundException(String message, Throwable cause) {
        super(message, cause);
    }
}
