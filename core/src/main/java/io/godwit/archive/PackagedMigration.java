package io.godwit.archive;

import io.godwit.format.Hashes;
import io.godwit.migration.Version;
import java.util.Objects;

/**
 * A migration of a package. Immutable.
 *
 * @param id the migration's
 * @param version the plugin's, once it is applied
 * @param file its document in the package
 * @param hashes what it means
 */
public record PackagedMigration(String id, Version version, String file, Hashes hashes) {

    public PackagedMigration {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(hashes, "hashes");
    }
}
