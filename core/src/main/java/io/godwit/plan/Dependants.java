package io.godwit.plan;

import io.godwit.history.AppliedMigration;
import io.godwit.migration.Dependency;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Applied migrations that stand on others that are to go, also those that stand on such a one in turn.
 *
 * <p>One stands on a plugin's version in range. It loses nothing by what was applied after it, nor where the plugin is still in range.
 */
final class Dependants {

    private final AppliedVersions versions;
    private final Map<String, Long> firstGoing = new HashMap<>();
    private final Map<AppliedMigration, List<String>> found = new LinkedHashMap<>();

    Dependants(Collection<AppliedMigration> applied, Collection<AppliedMigration> chosen) {
        versions = new AppliedVersions(applied);
        chosen.forEach(this::goes);
        List<AppliedMigration> staying = new ArrayList<>(applied);
        staying.removeAll(new HashSet<>(chosen));
        while (find(staying)) {
            staying.removeAll(found.keySet());
        }
    }

    /** The entries, as written, by which each stands on what goes; the last applied first, which is the order of a way back. */
    Map<AppliedMigration, List<String>> lastFirst() {
        Map<AppliedMigration, List<String>> sorted = new TreeMap<>(
                Comparator.comparingLong(AppliedMigration::sequence).reversed());
        sorted.putAll(found);
        return sorted;
    }

    private void goes(AppliedMigration migration) {
        versions.goes(migration);
        firstGoing.merge(migration.pluginId(), migration.sequence(), Math::min);
    }

    private boolean find(List<AppliedMigration> staying) {
        Map<AppliedMigration, List<String>> more = new LinkedHashMap<>();
        for (AppliedMigration migration : staying) {
            List<String> needs = migration.relations().dependencies().stream()
                    .filter(need -> loses(migration, need))
                    .map(Dependency::toString)
                    .toList();
            if (!needs.isEmpty()) {
                more.put(migration, needs);
            }
        }
        found.putAll(more);
        more.keySet().forEach(this::goes);
        return !more.isEmpty();
    }

    private boolean loses(AppliedMigration asking, Dependency need) {
        boolean earlier = firstGoing.getOrDefault(need.target(), Long.MAX_VALUE) < asking.sequence();
        return versions.isGoing(need.target()) || (earlier && !versions.isIn(need));
    }
}
