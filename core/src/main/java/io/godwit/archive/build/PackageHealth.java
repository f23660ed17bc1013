package io.godwit.archive.build;

import java.util.List;
import java.util.Objects;

/**
 * Whether something can be deployed as it is. Immutable.
 *
 * @param status the verdict
 * @param reasons why, the gravest first; empty if all is well
 */
public record PackageHealth(Status status, List<String> reasons) {

    /** From good to bad. */
    public enum Status {
        /** Nothing stands against it. */
        HEALTHY,
        /** It can be deployed, and somebody must know something, or allow something, first. */
        DEGRADED,
        /** It cannot be deployed as it is. */
        UNHEALTHY
    }

    public PackageHealth {
        Objects.requireNonNull(status, "status");
        reasons = List.copyOf(reasons);
    }
}
