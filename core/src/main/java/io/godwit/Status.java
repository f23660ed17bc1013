package io.godwit;

import io.godwit.history.AppliedMigration;
import io.godwit.history.History;
import io.godwit.migration.Migration;
import io.godwit.migration.Version;
import io.godwit.plan.Given;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * What is applied and what is pending. Immutable.
 *
 * @param engine the engine's name
 * @param plugins in order of their ids
 */
public record Status(String engine, List<PluginStatus> plugins) {

    public Status {
        plugins = List.copyOf(plugins);
    }

    static Status of(String engine, History history, Given given) {
        TreeSet<String> ids = new TreeSet<>(given.plugins());
        history.applied().forEach(migration -> ids.add(migration.pluginId()));
        history.orphans().forEach(migration -> ids.add(migration.pluginId()));
        List<Migration> pending = List.copyOf(given.pending());
        return new Status(
                engine,
                ids.stream().map(id -> plugin(id, history, given, pending)).toList());
    }

    private static PluginStatus plugin(String id, History history, Given given, List<Migration> pending) {
        List<AppliedMigration> applied =
                history.ofPlugin(id).stream().filter(AppliedMigration::isWhole).toList();
        List<String> partial = history.ofPlugin(id).stream()
                .filter(migration -> !migration.isWhole())
                .map(AppliedMigration::migrationId)
                .toList();
        String version = applied.stream()
                .map(AppliedMigration::version)
                .max(Comparator.naturalOrder())
                .map(Version::toString)
                .orElse("");
        return new PluginStatus(
                id,
                version,
                applied.stream().map(AppliedMigration::migrationId).toList(),
                pending.stream()
                        .filter(migration -> migration.pluginId().equals(id) && !partial.contains(migration.id()))
                        .sorted(Comparator.comparing(Migration::version).thenComparing(Migration::id))
                        .map(Migration::id)
                        .toList(),
                partial,
                applied.stream()
                        .map(AppliedMigration::migrationId)
                        .filter(migration -> !given.applied().containsKey(migration))
                        .toList(),
                history.orphans().stream()
                        .filter(migration -> migration.pluginId().equals(id))
                        .map(AppliedMigration::migrationId)
                        .toList());
    }
}
