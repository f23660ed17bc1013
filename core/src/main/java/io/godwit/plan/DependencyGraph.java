package io.godwit.plan;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Which of the migrations that are to run waits for which, as the planner would like it best.
 *
 * <p>A dependency on versions waits for the highest one in its range and for all before it, and what would take the plugin beyond the
 * range waits for the one that asks. Between the migrations stand gates, two for a version of a plugin: one opens once all up to the
 * version has run, the other before anything from it on may run. So there are few edges, however many ask for a plugin.
 */
final class DependencyGraph {

    private final Nodes nodes;
    private final BitSet chosen;
    private final List<List<Integer>> after = new ArrayList<>();
    private final List<List<Integer>> before = new ArrayList<>();

    DependencyGraph(Nodes nodes, BitSet chosen, Rules rules, Moment now) {
        this.nodes = nodes;
        this.chosen = chosen;
        for (int i = 0; i < nodes.size() + 2 * nodes.versions(); i++) {
            after.add(new ArrayList<>());
            before.add(new ArrayList<>());
        }
        Moment end = now.copy();
        chosen.stream().forEach(end::apply);
        nodes.lines().forEach(this::gates);
        chosen.stream().forEach(place -> rules.needs(place).forEach(need -> wait(need, now, end)));
    }

    private void gates(PluginLine line) {
        for (int version = 0; version < line.versions().size(); version++) {
            for (int place = line.start(version); place < line.end(version); place++) {
                if (chosen.get(place)) {
                    edge(place, upTo(line, version));
                    edge(from(line, version), place);
                }
            }
            if (version > 0) {
                edge(upTo(line, version - 1), upTo(line, version));
                edge(from(line, version - 1), from(line, version));
            }
        }
    }

    private void wait(Requirement need, Moment now, Moment end) {
        PluginLine line = need.line();
        if (line == null) {
            if (chosen.get(need.migration())) {
                edge(need.migration(), need.asking());
            }
            return;
        }
        int last = preferred(need, line, now, end);
        if (last > now.highest(line) || !need.has(now.highest(line))) {
            edge(upTo(line, last), need.asking());
        }
        int beyond = need.range().nextClearBit(last);
        if (beyond < line.versions().size()) {
            edge(need.asking(), from(line, beyond));
        }
    }

    /** The highest version that there will be; of its own plugin, one before its own. */
    private int preferred(Requirement need, PluginLine line, Moment now, Moment end) {
        int best = -1;
        int own = nodes.line(need.asking()) == line ? nodes.version(need.asking()) : Integer.MAX_VALUE;
        for (int version = need.range().nextSetBit(Math.max(0, now.highest(line)));
                version >= 0;
                version = need.range().nextSetBit(version + 1)) {
            if (end.isWhole(line, version) && (best < 0 || version < own)) {
                best = version;
            }
        }
        return best;
    }

    private void edge(int first, int then) {
        after.get(first).add(then);
        before.get(then).add(first);
    }

    private int upTo(PluginLine line, int version) {
        return nodes.size() + line.overall(version);
    }

    private int from(PluginLine line, int version) {
        return nodes.size() + nodes.versions() + line.overall(version);
    }

    /** Migrations and gates. */
    int size() {
        return after.size();
    }

    boolean isMigration(int at) {
        return at < nodes.size();
    }

    List<Integer> after(int at) {
        return after.get(at);
    }

    List<Integer> before(int at) {
        return before.get(at);
    }
}
