package io.godwit.archive;

import io.godwit.failure.PackageFault;
import java.io.IOException;

/** Says why an archive is refused, while it is read. */
final class RefusedArchiveException extends IOException {

    private static final long serialVersionUID = 1L;

    private final PackageFault fault;

    /** @param words go on where "the package is refused:" ended */
    RefusedArchiveException(PackageFault fault, String words) {
        super(words);
        this.fault = fault;
    }

    PackageFault fault() {
        return fault;
    }
}
