package io.godwit.archive;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whose packages are taken. Immutable.
 *
 * @param publisher whose signature every package must have; null if it need not
 * @param pinned whose signature the packages of a plugin must have, by the plugin's id
 */
public record PackageTrust(@Nullable PublisherKey publisher, Map<String, PublisherKey> pinned) {

    /** Hashes alone are checked: that a package is whole, not whose it is. */
    public static final PackageTrust ANYBODY = new PackageTrust(null, Map.of());

    public PackageTrust {
        pinned = Map.copyOf(pinned);
    }

    /** The packages of one publisher and no others. */
    public static PackageTrust of(PublisherKey publisher) {
        return new PackageTrust(publisher, Map.of());
    }
}
