package io.godwit.failure;

/** Another runner holds the lock, and went on holding it for as long as this one would wait. */
public final class LockTimeoutException extends GodwitException {

    private static final long serialVersionUID = 1L;

    private final String holder;

    /**
     * With who holds the lock.
     *
     * @param holder who holds the lock, in words; empty when the engine does not tell
     */
    public LockTimeoutException(String message, String holder) {
        super(message);
        this.holder = holder;
    }

    /** Who holds the lock, in words; empty when the engine does not tell. */
    public String holder() {
        return holder;
    }
}
