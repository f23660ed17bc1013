package io.godwit.failure;

/** A portable package was refused before anything of it was used. */
public final class PackageRejectedException extends GodwitException {

    private static final long serialVersionUID = 1L;

    public PackageRejectedException(String message) {
        super(message);
    }

    public PackageRejectedException(String message, Throwable cause) {
        super(message, cause);
    }
}
