package io.godwit.archive;

import io.godwit.format.CanonicalHash;
import io.godwit.migration.Dependency;
import io.godwit.migration.Migration;
import io.godwit.migration.Version;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where a plugin's migrations are cut into what a delta starts from and what it holds. Stateless. */
final class DeltaCut {

    private DeltaCut() {}

    /**
     * Refuses a cut that leaves nothing, that no database can be at, or that was never released.
     *
     * @throws io.godwit.failure.InvalidMigrationException if there is no delta from there
     */
    static void check(String pluginId, Version from, List<Migration> before, List<Migration> after) {
        if (before.stream().noneMatch(migration -> migration.version().compareTo(from) == 0)) {
            throw PackageDraft.refused(
                    pluginId,
                    "there is no version " + from + " to start from; of the plugin '" + pluginId + "' there is "
                            + versions(before, after));
        }
        if (after.isEmpty()) {
            throw PackageDraft.refused(
                    pluginId,
                    "nothing is newer than " + from + ", so that there is no delta from it; of the plugin '" + pluginId
                            + "' there is " + versions(before, after));
        }
        Set<String> newer = after.stream().map(Migration::id).collect(Collectors.toSet());
        for (Migration migration : before) {
            for (Dependency needed : migration.dependencies()) {
                if (newer.contains(needed.target())) {
                    throw PackageDraft.refused(
                            pluginId,
                            "migration '" + migration.id() + "' of "
                                    + migration.version() + " needs '" + needed + "', which is newer than " + from
                                    + ": no database is at " + from
                                    + " without it. Take the whole package, or another version");
                }
            }
        }
    }

    private static String versions(List<Migration> before, List<Migration> after) {
        return Stream.concat(before.stream(), after.stream())
                .map(Migration::version)
                .sorted()
                .distinct()
                .map(Version::toString)
                .collect(Collectors.joining(", "));
    }

    static PackageBase base(Version from, List<Migration> before) {
        return new PackageBase(
                from,
                before.stream()
                        .sorted(Comparator.comparing(Migration::version).thenComparing(Migration::id))
                        .map(migration -> new RequiredMigration(
                                migration.id(),
                                migration.version(),
                                CanonicalHash.hash(migration).up()))
                        .toList());
    }
}
