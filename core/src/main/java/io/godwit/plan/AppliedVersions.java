package io.godwit.plan;

import io.godwit.history.AppliedMigration;
import io.godwit.migration.Dependency;
import io.godwit.migration.Version;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which version each plugin is at, as the history has it, once some migrations are gone. Not thread-safe. */
final class AppliedVersions {

    private final Map<String, List<AppliedMigration>> plugins = new HashMap<>();
    private final Map<String, Optional<Version>> known = new HashMap<>();
    private final Set<String> going = new HashSet<>();

    AppliedVersions(Collection<AppliedMigration> applied) {
        applied.forEach(migration -> plugins.computeIfAbsent(migration.pluginId(), any -> new ArrayList<>())
                .add(migration));
    }

    void goes(AppliedMigration migration) {
        going.add(migration.migrationId());
        known.remove(migration.pluginId());
    }

    boolean isGoing(String id) {
        return going.contains(id);
    }

    /** Whether the plugin's version without what goes is one that an entry speaks of. */
    boolean isIn(Dependency entry) {
        return version(entry.target())
                .filter(version ->
                        entry.range().map(range -> range.contains(version)).orElse(true))
                .isPresent();
    }

    /** The highest version that is wholly applied without what goes; empty if none is. */
    Optional<Version> version(String plugin) {
        return known.computeIfAbsent(plugin, any -> {
            List<AppliedMigration> migrations = plugins.getOrDefault(plugin, List.of());
            Set<Version> open = new HashSet<>();
            migrations.stream()
                    .filter(migration -> !migration.isWhole() || isGoing(migration.migrationId()))
                    .forEach(migration -> open.add(migration.version()));
            return migrations.stream()
                    .map(AppliedMigration::version)
                    .filter(version -> !open.contains(version))
                    .max(Comparator.naturalOrder());
        });
    }
}
