package io.godwit.changelog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;

/** One order of the change sets that several engines have: what is for one engine alone is left out as the others' changelogs are read. For one thread. */
final class MergedOrder {

    private final List<String> order = new ArrayList<>();
    private final Map<String, ChangeSet> sets = new HashMap<>();
    private final Map<String, String> skipped = new LinkedHashMap<>();

    /** Adds those of an engine, each behind the one before it; gives them by their keys. */
    Map<String, ChangeSet> add(DatabaseChangeLog changelog) {
        Map<String, ChangeSet> own = new LinkedHashMap<>();
        Map<String, Integer> seen = new HashMap<>();
        Map<String, Integer> places = new HashMap<>();
        order.forEach(key -> places.put(key, places.size()));
        List<String> merged = new ArrayList<>();
        int next = 0;
        for (ChangeSet set : changelog.getChangeSets()) {
            String key = key(set, seen);
            own.put(key, set);
            Integer place = places.get(key);
            if (place == null) {
                merged.add(key);
            } else {
                while (next <= place) {
                    merged.add(order.get(next));
                    next++;
                }
            }
            sets.putIfAbsent(key, set);
        }
        merged.addAll(order.subList(next, order.size()));
        order.clear();
        order.addAll(merged);
        for (ChangeSet set : changelog.getSkippedChangeSets()) {
            skipped.putIfAbsent(
                    set.toString(false),
                    set.getDbmsSet() == null
                            ? "is to be ignored, and is left out"
                            : "is for " + set.getDbmsSet() + " alone, and is left out");
        }
        return own;
    }

    /** Several of one id, for engines of their own, are told apart by what they are for. */
    private static String key(ChangeSet set, Map<String, Integer> seen) {
        String place = set.toString(false) + " " + (set.getDbmsSet() == null ? "" : set.getDbmsSet());
        return place + "#" + seen.merge(place, 1, Integer::sum);
    }

    /** By their keys, in their order. */
    Map<String, ChangeSet> sets() {
        Map<String, ChangeSet> all = new LinkedHashMap<>();
        order.forEach(key -> all.put(key, sets.get(key)));
        return all;
    }

    /** Those that no engine of the conversion has: why, by their places. */
    Map<String, String> foreign() {
        Map<String, String> foreign = new LinkedHashMap<>(skipped);
        sets.values().forEach(set -> foreign.remove(set.toString(false)));
        return foreign;
    }
}
