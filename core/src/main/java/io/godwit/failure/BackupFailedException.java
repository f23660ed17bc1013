package io.godwit.failure;

/** A backup could not be written, or not be read back; what needs it was not begun. */
public final class BackupFailedException extends GodwitException {

    private static final long serialVersionUID = 1L;

    public BackupFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
