package io.godwit.archive.build;

import io.godwit.migration.Dependency;
import io.godwit.migration.Migration;
import io.godwit.migration.VersionRange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** Where entries of dependencies and conflicts are found. Stateless. */
final class SetNeeds {

    private final List<SetMember> members;
    private final Collection<Migration> host;

    /** @param host what the host has of plugins that no package is of */
    SetNeeds(List<SetMember> members, Collection<Migration> host) {
        this.members = members;
        this.host = host;
    }

    List<BuildNeed> dependencies(SetMember member) {
        return entries(member, Migration::dependencies);
    }

    List<BuildNeed> conflicts(SetMember member) {
        return entries(member, Migration::conflicts);
    }

    private List<BuildNeed> entries(SetMember member, Function<Migration, List<Dependency>> kind) {
        Map<String, List<String>> askers = new TreeMap<>();
        for (Migration migration : member.migrations()) {
            for (Dependency entry : kind.apply(migration)) {
                askers.computeIfAbsent(entry.toString(), any -> new ArrayList<>())
                        .add(migration.id());
            }
        }
        List<BuildNeed> needs = new ArrayList<>();
        askers.forEach((entry, ids) -> needs.add(need(
                member,
                Dependency.parse(entry),
                ids.stream().distinct().sorted().toList())));
        return needs;
    }

    private BuildNeed need(SetMember member, Dependency entry, List<String> ids) {
        Predicate<Migration> named = migration -> named(migration, entry);
        Predicate<Migration> meant = migration -> named(migration, entry) && inRange(migration, entry);
        List<String> by = members.stream()
                .filter(other -> other != member && other.migrations().stream().anyMatch(meant))
                .map(SetMember::file)
                .toList();
        String from;
        if (member.migrations().stream().anyMatch(meant)) {
            from = BuildNeed.OWN;
        } else if (member.requires().stream().anyMatch(base -> base.id().equals(entry.target()))) {
            from = BuildNeed.BASE;
        } else if (!by.isEmpty()) {
            from = BuildNeed.SET;
        } else if (host.stream().anyMatch(meant)) {
            from = BuildNeed.HOST;
        } else {
            boolean known = host.stream().anyMatch(named)
                    || members.stream()
                            .anyMatch(other -> other.migrations().stream().anyMatch(named));
            from = known ? BuildNeed.OUT_OF_RANGE : BuildNeed.MISSING;
        }
        return new BuildNeed(entry.toString(), ids, from, by);
    }

    private static boolean named(Migration migration, Dependency entry) {
        return migration.pluginId().equals(entry.target())
                || (entry.versions() == null && migration.id().equals(entry.target()));
    }

    private static boolean inRange(Migration migration, Dependency entry) {
        return entry.range()
                .map((VersionRange range) -> range.contains(migration.version()))
                .orElse(true);
    }
}
