package io.godwit.plan;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which pending migrations are to run: what is wanted, and what that needs.
 *
 * <p>Of a plugin, all that is pending up to some place runs, so that no migration runs without those that come before it by version
 * and id. Nothing is asked of a plugin that is in range already, or will be; else it is brought to its highest version in range.
 */
final class Selection {

    private static final int ATTEMPTS = 300;

    private final Nodes nodes;
    private final Moment now;
    private final Set<BitSet> seen = new HashSet<>();

    Selection(Nodes nodes, Moment now) {
        this.nodes = nodes;
        this.now = now;
    }

    /** Answers whether a selection can run. */
    interface Trial<T> {
        Optional<T> of(BitSet chosen);
    }

    /** The one that is liked best. */
    BitSet preferred(BitSet wanted) {
        BitSet chosen = new BitSet();
        Deque<Integer> open = new ArrayDeque<>();
        wanted.stream().forEach(place -> take(nodes.line(place), place + 1, chosen, open));
        while (!open.isEmpty()) {
            for (Requirement need : nodes.needs(open.remove())) {
                List<Integer> ends = missing(need, chosen);
                if (!ends.isEmpty()) {
                    take(line(need), ends.get(0), chosen, open);
                }
            }
        }
        return chosen;
    }

    /** The first of all selections that passes a trial: with other versions in range, and then with more than is needed. */
    <T> Optional<T> first(BitSet wanted, Trial<T> trial) {
        BitSet chosen = new BitSet();
        wanted.stream().forEach(place -> take(nodes.line(place), place + 1, chosen, new ArrayDeque<>()));
        return from(chosen, trial);
    }

    private <T> Optional<T> from(BitSet chosen, Trial<T> trial) {
        if (seen.size() >= ATTEMPTS || !seen.add(chosen)) {
            return Optional.empty();
        }
        for (int place = chosen.nextSetBit(0); place >= 0; place = chosen.nextSetBit(place + 1)) {
            for (Requirement need : nodes.needs(place)) {
                List<Integer> ends = missing(need, chosen);
                if (!ends.isEmpty()) {
                    return firstOf(line(need), ends, chosen, trial);
                }
            }
        }
        Optional<T> passed = trial.of(chosen);
        return passed.isPresent() ? passed : beyond(chosen, trial);
    }

    private <T> Optional<T> firstOf(PluginLine line, List<Integer> ends, BitSet chosen, Trial<T> trial) {
        for (int end : ends) {
            BitSet more = (BitSet) chosen.clone();
            take(line, end, more, new ArrayDeque<>());
            Optional<T> passed = from(more, trial);
            if (passed.isPresent()) {
                return passed;
            }
        }
        return Optional.empty();
    }

    /** One more version of a plugin may open a way, or end a conflict. */
    private <T> Optional<T> beyond(BitSet chosen, Trial<T> trial) {
        for (PluginLine line : nodes.lines()) {
            for (int version = 0; version < line.versions().size(); version++) {
                if (!isWhole(line, version, chosen) && canBeWhole(line, version)) {
                    Optional<T> passed = firstOf(line, List.of(line.end(version)), chosen, trial);
                    if (passed.isPresent()) {
                        return passed;
                    }
                    break;
                }
            }
        }
        return Optional.empty();
    }

    private void take(PluginLine line, int end, BitSet chosen, Deque<Integer> open) {
        for (int place = line.firstNode(); place < end; place++) {
            if (nodes.at(place).pending() && !chosen.get(place)) {
                chosen.set(place);
                open.add(place);
            }
        }
    }

    private PluginLine line(Requirement need) {
        return need.line() == null ? nodes.line(need.migration()) : need.line();
    }

    /** Up to where a plugin could run to meet a dependency, the best first; empty if it is met, or cannot be. */
    private List<Integer> missing(Requirement need, BitSet chosen) {
        if (need.unknown() || need.ambiguous()) {
            return List.of();
        }
        PluginLine line = need.line();
        if (line == null) {
            boolean comes = nodes.at(need.migration()).pending() && !chosen.get(need.migration());
            return comes ? List.of(need.migration() + 1) : List.of();
        }
        Deque<Integer> ends = new ArrayDeque<>();
        for (int version : reachable(need, line)) {
            if (isWhole(line, version, chosen)) {
                return List.of();
            }
            ends.push(line.end(version));
        }
        return List.copyOf(ends);
    }

    /** The versions in range, the lowest first, that the plugin is at or can still come to. */
    List<Integer> reachable(Requirement need, PluginLine line) {
        return need.range().stream()
                .filter(version -> version >= now.highest(line) && canBeWhole(line, version))
                .boxed()
                .toList();
    }

    private boolean canBeWhole(PluginLine line, int version) {
        for (int place = line.start(version); place < line.end(version); place++) {
            if (nodes.at(place).state() == Node.State.STUCK) {
                return false;
            }
        }
        return true;
    }

    private boolean isWhole(PluginLine line, int version, BitSet chosen) {
        for (int place = line.start(version); place < line.end(version); place++) {
            if (!nodes.at(place).applied() && !chosen.get(place)) {
                return false;
            }
        }
        return true;
    }
}
