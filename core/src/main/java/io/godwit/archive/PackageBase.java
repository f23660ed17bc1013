package io.godwit.archive;

import io.godwit.migration.Version;
import java.util.List;
import java.util.Objects;

/**
 * What a delta package starts from: exactly these migrations of its plugin, and perhaps some of its own, must be applied where it is
 * installed. Immutable.
 *
 * @param from the plugin's version with all of them
 * @param requires the migrations, by version and id
 */
public record PackageBase(Version from, List<RequiredMigration> requires) {

    public PackageBase {
        Objects.requireNonNull(from, "from");
        requires = List.copyOf(requires);
    }
}
