package io.godwit.failure;

/** The database could not be reached, or gave no usable connection. */
public final class DatabaseUnavailableException extends GodwitException {

    private static final long serialVersionUID = 1L;

    public DatabaseUnavailableException(String message) {
        super(message);
    }

    public DatabaseUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
