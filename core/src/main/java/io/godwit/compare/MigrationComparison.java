package io.godwit.compare;

import io.godwit.history.AppliedMigration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sets what two histories record beside each other. Immutable. */
record MigrationComparison(List<AppliedMigration> here, List<AppliedMigration> there) {

    /** @param plugin only of this one; empty for all */
    List<ComparedMigration> all(String plugin) {
        Map<String, Map<String, ComparedMigration>> plugins = new TreeMap<>();
        for (AppliedMigration one : here) {
            put(one, new ComparedMigration(one.pluginId(), one.migrationId(), recorded(one), null), plugins);
        }
        Map<String, ComparedMigration> known = new LinkedHashMap<>();
        plugins.values().forEach(known::putAll);
        for (AppliedMigration other : there) {
            ComparedMigration both = known.get(other.migrationId());
            String owner = both == null ? other.pluginId() : both.pluginId();
            ComparedMigration.Recorded ours = both == null ? null : both.here();
            plugins.computeIfAbsent(owner, none -> new LinkedHashMap<>())
                    .put(other.migrationId(), new ComparedMigration(owner, other.migrationId(), ours, recorded(other)));
        }
        List<ComparedMigration> all = new ArrayList<>();
        plugins.values().forEach(migrations -> all.addAll(migrations.values()));
        return all.stream()
                .filter(migration -> plugin.isEmpty() || migration.pluginId().equals(plugin))
                .toList();
    }

    private static ComparedMigration.Recorded recorded(AppliedMigration migration) {
        return ComparedMigration.Recorded.of(migration);
    }

    private static void put(
            AppliedMigration of, ComparedMigration compared, Map<String, Map<String, ComparedMigration>> plugins) {
        plugins.computeIfAbsent(of.pluginId(), none -> new LinkedHashMap<>()).put(of.migrationId(), compared);
    }
}
