package io.godwit.plan;

import io.godwit.migration.Dependency;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All migrations that are applied or given, in order of plugin, version and id; each is known by its place. Immutable. */
final class Nodes {

    private final List<Node> all;
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, PluginLine> lines = new TreeMap<>();
    private final List<PluginLine> lineOf = new ArrayList<>();
    private final int[] versionOf;
    private final List<List<Requirement>> needs = new ArrayList<>();
    private final List<List<Requirement>> conflicts = new ArrayList<>();
    private int versions;

    Nodes(Collection<Node> nodes) {
        all = nodes.stream().sorted(Node.ORDER).toList();
        versionOf = new int[all.size()];
        for (int start = 0; start < all.size(); start = lineOf.size()) {
            addLine(start);
        }
        Map<Dependency, Requirement> known = new HashMap<>();
        for (int place = 0; place < all.size(); place++) {
            needs.add(requirements(place, all.get(place).relations().dependencies(), known));
            conflicts.add(requirements(place, all.get(place).relations().conflicts(), known));
        }
    }

    private void addLine(int start) {
        int end = start;
        while (end < all.size() && all.get(end).pluginId().equals(all.get(start).pluginId())) {
            places.put(all.get(end).id(), end);
            end++;
        }
        PluginLine line = new PluginLine(all.subList(start, end), lines.size(), start, versions);
        lines.put(line.pluginId(), line);
        int version = 0;
        for (int place = start; place < end; place++) {
            version = place < line.end(version) ? version : version + 1;
            versionOf[place] = version;
            lineOf.add(line);
        }
        versions += line.versions().size();
    }

    /** What an entry speaks of is found once for all that write it alike. */
    private List<Requirement> requirements(int asking, List<Dependency> written, Map<Dependency, Requirement> known) {
        return written.stream()
                .map(entry -> {
                    Requirement of = known.computeIfAbsent(entry, any -> requirement(asking, entry));
                    return new Requirement(asking, entry, of.migration(), of.line(), of.range());
                })
                .toList();
    }

    private Requirement requirement(int asking, Dependency entry) {
        PluginLine line = lines.get(entry.target());
        BitSet range = new BitSet();
        if (line != null) {
            range = entry.range().map(line::in).orElse(range);
            if (entry.versions() == null) {
                range.set(0, line.versions().size());
            }
        }
        return new Requirement(asking, entry, places.getOrDefault(entry.target(), -1), line, range);
    }

    int size() {
        return all.size();
    }

    Node at(int place) {
        return all.get(place);
    }

    PluginLine line(int place) {
        return lineOf.get(place);
    }

    /** The number of a migration's version in its plugin. */
    int version(int place) {
        return versionOf[place];
    }

    /** How many versions all plugins have together. */
    int versions() {
        return versions;
    }

    Collection<PluginLine> lines() {
        return lines.values();
    }

    List<Requirement> needs(int place) {
        return needs.get(place);
    }

    List<Requirement> conflicts(int place) {
        return conflicts.get(place);
    }

    Collection<String> plugins() {
        return lines.keySet();
    }
}
