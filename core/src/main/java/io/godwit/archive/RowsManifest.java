package io.godwit.archive;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What an export of rows says of itself. Immutable.
 *
 * @param engine where the rows were, such as {@code postgresql}
 * @param engineVersion its version
 * @param pluginId whose tables they are; empty if they were asked for by their own names
 * @param created when they were read: all of one moment
 * @param tool what wrote them
 * @param tables in the order of their files
 * @param files all of them but the manifest
 */
public record RowsManifest(
        String engine,
        String engineVersion,
        String pluginId,
        Instant created,
        String tool,
        List<PackagedTable> tables,
        List<PackagedFile> files) {

    /** The {@code format} of every manifest. */
    public static final String FORMAT = "godwit-rows-v1";

    public RowsManifest {
        Objects.requireNonNull(engine, "engine");
        Objects.requireNonNull(engineVersion, "engineVersion");
        Objects.requireNonNull(pluginId, "pluginId");
        Objects.requireNonNull(created, "created");
        Objects.requireNonNull(tool, "tool");
        tables = List.copyOf(tables);
        files = List.copyOf(files);
    }

    /** How many rows there are in all tables. */
    public long rows() {
        return tables.stream().mapToLong(PackagedTable::rows).sum();
    }
}
