package io.godwit.archive;

import io.godwit.migration.Version;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a package says of itself; the hash of every file is in it, so that a signature over it holds for all of them. Immutable.
 *
 * @param pluginId whose it is
 * @param version the plugin's version once all of it is applied
 * @param engines for which databases it is; empty for every one
 * @param dependencies what it needs of others, as documents write it
 * @param created when it was made; given by who made it, so that the same content is the same file
 * @param tool what made it
 * @param migrations in the order of their files
 * @param files all entries but the manifest and its signature, in the order of the archive
 * @param tables whose rows travel with it, in files below {@code data/}; empty if none do
 * @param base what a delta package starts from; null for a whole one
 */
public record PackageManifest(
        String pluginId,
        Version version,
        List<String> engines,
        List<String> dependencies,
        Instant created,
        String tool,
        List<PackagedMigration> migrations,
        List<PackagedFile> files,
        List<PackagedTable> tables,
        @Nullable PackageBase base) {

    /** The {@code format} of every manifest. */
    public static final String FORMAT = "godwit-package-v1";

    public PackageManifest {
        Objects.requireNonNull(pluginId, "pluginId");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(created, "created");
        Objects.requireNonNull(tool, "tool");
        engines = List.copyOf(engines);
        dependencies = List.copyOf(dependencies);
        migrations = List.copyOf(migrations);
        files = List.copyOf(files);
        tables = List.copyOf(tables);
    }

    /** What it starts from; empty for a whole package. */
    public Optional<PackageBase> delta() {
        return Optional.ofNullable(base);
    }

    /** How many rows travel with it. */
    public long rows() {
        return tables.stream().mapToLong(PackagedTable::rows).sum();
    }

    /** How long all files are together, in bytes. */
    public long size() {
        return files.stream().mapToLong(PackagedFile::size).sum();
    }
}
