package io.godwit.archive;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whose packages are taken, and what they may bring. Immutable.
 *
 * @param publisher whose signature every package must have; null if it need not
 * @param pinned whose signature the packages of a plugin must have, by the plugin's id
 * @param rawSql whether a package that is installed may hold SQL of an engine's own, which nobody can check
 */
public record PackageTrust(@Nullable PublisherKey publisher, Map<String, PublisherKey> pinned, boolean rawSql) {

    /** Hashes alone are checked: that a package is whole, not whose it is. */
    public static final PackageTrust ANYBODY = new PackageTrust(null, Map.of(), false);

    public PackageTrust {
        pinned = Map.copyOf(pinned);
    }

    /** The packages of one publisher and no others. */
    public static PackageTrust of(PublisherKey publisher) {
        return new PackageTrust(publisher, Map.of(), false);
    }

    /** The same, and the packages of a plugin must be signed by this publisher. */
    public PackageTrust pinning(String pluginId, PublisherKey key) {
        Map<String, PublisherKey> more = new HashMap<>(pinned);
        more.put(pluginId, key);
        return new PackageTrust(publisher, more, rawSql);
    }

    /** The same, and packages may hold SQL of an engine's own. */
    public PackageTrust withRawSql() {
        return new PackageTrust(publisher, pinned, true);
    }
}
