package io.godwit.failure;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A portable package or a backup was refused before anything of it was used. */
public final class PackageRejectedException extends GodwitException {

    private static final long serialVersionUID = 1L;

    private final @Nullable PackageFault fault;

    public PackageRejectedException(String message) {
        super(message);
        this.fault = null;
    }

    public PackageRejectedException(String message, Throwable cause) {
        super(message, cause);
        this.fault = null;
    }

    public PackageRejectedException(PackageFault fault, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.fault = fault;
    }

    /** Why a package was refused; empty for a backup. */
    public Optional<PackageFault> fault() {
        return Optional.ofNullable(fault);
    }
}
