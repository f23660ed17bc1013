package io.godwit.archive;

import io.godwit.failure.PackageFault;
import io.godwit.failure.PackageRejectedException;
import io.godwit.history.AppliedMigration;
import io.godwit.history.History;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Holds a database to what a delta package starts from. For one use. */
public final class DeltaCheck {

    private final PackageManifest manifest;
    private final History history;
    private final List<String> missing = new ArrayList<>();
    private final List<String> other = new ArrayList<>();
    private final List<String> partial = new ArrayList<>();
    private final List<String> more = new ArrayList<>();

    /** For one package and one database. */
    public DeltaCheck(PackageManifest manifest, History history) {
        this.manifest = manifest;
        this.history = history;
    }

    /**
     * Lets a package pass that is no delta, or starts from what is applied.
     *
     * @throws PackageRejectedException naming all that is missing, that did otherwise, or that is more than it starts from
     */
    public void pass() {
        PackageBase base = manifest.base();
        if (base == null) {
            return;
        }
        base.requires().forEach(this::look);
        Set<String> known = new HashSet<>();
        base.requires().forEach(migration -> known.add(migration.id()));
        manifest.migrations().forEach(migration -> known.add(migration.id()));
        for (AppliedMigration applied : history.ofPlugin(manifest.pluginId())) {
            if (!known.contains(applied.migrationId())) {
                more.add(applied.migrationId() + " (" + applied.version() + ")");
            }
        }
        refuse(base);
    }

    private void look(RequiredMigration required) {
        Optional<AppliedMigration> found = history.migration(required.id())
                .filter(applied -> applied.pluginId().equals(manifest.pluginId()));
        if (found.isEmpty()) {
            missing.add(required.toString());
        } else if (!found.get().isWhole()) {
            partial.add(required.toString());
        } else if (!found.get().upHash().equals(required.up())) {
            other.add(required.toString());
        }
    }

    private void refuse(PackageBase base) {
        List<String> reasons = new ArrayList<>();
        reason(reasons, "not applied: ", missing);
        reason(reasons, "applied in part: ", partial);
        reason(reasons, "applied, and did otherwise than there: ", other);
        reason(reasons, "applied, and not there: ", more);
        if (!reasons.isEmpty()) {
            throw new PackageRejectedException(
                    PackageFault.BASE,
                    "The package of '" + manifest.pluginId() + "' is refused: it is a delta from " + base.from()
                            + " to " + manifest.version() + ", and the database is not what it starts from. There is "
                            + at() + "; " + String.join("; ", reasons)
                            + ". Nothing was changed.\nInstall a delta from what is applied, or the whole package.",
                    null);
        }
    }

    private static void reason(List<String> reasons, String words, List<String> ids) {
        if (!ids.isEmpty()) {
            reasons.add(words + ids.stream().collect(Collectors.joining(", ")));
        }
    }

    private String at() {
        return history.ofPlugin(manifest.pluginId()).stream()
                .map(AppliedMigration::version)
                .max(Comparator.naturalOrder())
                .map(version -> manifest.pluginId() + " " + version)
                .orElse("nothing of " + manifest.pluginId());
    }
}
