package io.godwit.plan;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What must hold whenever a migration runs: its dependencies are met at that moment, and afterwards no conflict holds, whichever side
 * says so. Immutable.
 */
final class Rules {

    private final Nodes nodes;
    private final List<List<Requirement>> needs = new ArrayList<>();
    private final List<List<Requirement>> conflicts = new ArrayList<>();
    private final List<List<Requirement>> needsOf = new ArrayList<>();
    private final List<List<Requirement>> conflictsOf = new ArrayList<>();

    /**
     * The rules for what runs and what is applied.
     *
     * @param chosen what is to run
     * @param without entries that are told as problems already
     */
    Rules(Nodes nodes, BitSet chosen, Collection<Requirement> without) {
        this.nodes = nodes;
        nodes.lines().forEach(line -> {
            needsOf.add(new ArrayList<>());
            conflictsOf.add(new ArrayList<>());
        });
        for (int place = 0; place < nodes.size(); place++) {
            boolean runs = chosen.get(place);
            needs.add(runs ? known(nodes.needs(place), without) : List.of());
            conflicts.add(runs || nodes.at(place).applied() ? known(nodes.conflicts(place), without) : List.of());
            needs.get(place).forEach(need -> of(need, needsOf));
            conflicts.get(place).forEach(conflict -> of(conflict, conflictsOf));
        }
    }

    private static List<Requirement> known(List<Requirement> written, Collection<Requirement> without) {
        return written.stream()
                .filter(entry -> !entry.unknown() && !entry.ambiguous() && !without.contains(entry))
                .toList();
    }

    private void of(Requirement entry, List<List<Requirement>> index) {
        PluginLine line = entry.line() == null ? nodes.line(entry.migration()) : entry.line();
        index.get(line.index()).add(entry);
    }

    List<Requirement> needs(int place) {
        return needs.get(place);
    }

    /** What forbids a migration at a moment. */
    Optional<Requirement> broken(int place, Moment at) {
        for (Requirement need : needs.get(place)) {
            if (!at.meets(need)) {
                return Optional.of(need);
            }
        }
        for (Requirement conflict : conflicts.get(place)) {
            if (holds(conflict, at, place)) {
                return Optional.of(conflict);
            }
        }
        for (Requirement conflict : conflictsOf.get(nodes.line(place).index())) {
            if (at.has(conflict.asking()) && holds(conflict, at, place)) {
                return Optional.of(conflict);
            }
        }
        return Optional.empty();
    }

    /** Whether a conflict holds once one more migration is applied. A plugin's id alone speaks of each of its migrations. */
    private boolean holds(Requirement conflict, Moment at, int next) {
        PluginLine line = conflict.line();
        if (line == null) {
            return conflict.migration() == next || at.has(conflict.migration());
        }
        boolean grows = nodes.line(next) == line;
        if (conflict.written().versions() == null) {
            int own = nodes.line(conflict.asking()) == line ? 1 : 0;
            return at.count(line) + (grows ? 1 : 0) > own;
        }
        return conflict.has(grows ? at.highestWith(next) : at.highest(line));
    }

    /**
     * Whether nothing can be lost by running a migration now: whatever order there is, there is one that goes on from here with it.
     * Running it early changes nothing for others but its plugin's version, now or with a later one of the same version, so that only
     * who speaks of versions can lose.
     */
    boolean isSafe(int place, Moment at, BitSet waiting) {
        PluginLine line = nodes.line(place);
        int before = at.highest(line);
        int after = Math.max(before, nodes.version(place));
        if (after != before) {
            for (Requirement need : needsOf.get(line.index())) {
                if (waiting.get(need.asking()) && need.asking() != place && loses(need, before, after)) {
                    return false;
                }
            }
            for (Requirement conflict : conflictsOf.get(line.index())) {
                if (conflict.line() != null && conflict.has(after)) {
                    return false;
                }
            }
        }
        for (Requirement conflict : conflicts.get(place)) {
            PluginLine other = conflict.line();
            if (other != null && conflict.range().nextSetBit(at.highest(other) + 1) >= 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean loses(Requirement need, int before, int after) {
        if (need.line() == null || need.has(after)) {
            return false;
        }
        int met = need.range().nextSetBit(Math.max(before, 0));
        return met >= 0 && met < after;
    }
}
