package io.godwit.compare;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table that is on both sides. Immutable.
 *
 * @param table as it is called here
 * @param here the rows here
 * @param there the rows there
 * @param leftOut columns that have no part in the digests, because they are sensitive, on one side only, or of a type that only one of two
 *     engines has; in order of their names
 */
public record ComparedTable(String table, Content here, Content there, List<String> leftOut) {

    /**
     * The rows on one side. Immutable.
     *
     * @param rows how many
     * @param digest the sum of the hashes of all rows, in hexadecimal, as manifests of exports have it; null if nobody asked for it
     */
    public record Content(long rows, @Nullable String digest) {}

    public ComparedTable {
        Objects.requireNonNull(table, "table");
        leftOut = List.copyOf(leftOut);
    }

    /** As far as was asked. */
    public boolean isSame() {
        return here.equals(there);
    }
}
