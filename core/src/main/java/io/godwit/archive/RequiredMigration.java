package io.godwit.archive;

import io.godwit.migration.Version;
import java.util.Objects;

/**
 * A migration that a delta package does not hold, because it must be applied already. Immutable.
 *
 * @param id the migration's
 * @param version the plugin's, once it is applied
 * @param up the canonical hash of what it did
 */
public record RequiredMigration(String id, Version version, String up) {

    public RequiredMigration {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(up, "up");
    }

    /** Such as {@code crm-0001 (1.0.0)}. */
    @Override
    public String toString() {
        return id + " (" + version + ")";
    }
}
