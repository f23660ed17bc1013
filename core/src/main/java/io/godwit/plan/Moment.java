package io.godwit.plan;

import java.util.Arrays;
import java.util.BitSet;

/** What is applied at one moment, and with it the version of each plugin. Mutable, for one thread. */
final class Moment {

    private final Nodes nodes;
    private final BitSet applied;
    private final int[] missing;
    private final int[] highest;
    private final int[] counts;

    private Moment(Nodes nodes, BitSet applied, int[] missing, int[] highest, int[] counts) {
        this.nodes = nodes;
        this.applied = applied;
        this.missing = missing;
        this.highest = highest;
        this.counts = counts;
    }

    /** Before anything runs. */
    static Moment now(Nodes nodes) {
        int plugins = nodes.lines().size();
        Moment moment = new Moment(nodes, new BitSet(), new int[nodes.versions()], new int[plugins], new int[plugins]);
        Arrays.fill(moment.highest, -1);
        for (int place = 0; place < nodes.size(); place++) {
            moment.missing[nodes.line(place).overall(nodes.version(place))]++;
        }
        for (int place = 0; place < nodes.size(); place++) {
            if (nodes.at(place).applied()) {
                moment.apply(place);
            }
        }
        return moment;
    }

    Moment copy() {
        return new Moment(nodes, (BitSet) applied.clone(), missing.clone(), highest.clone(), counts.clone());
    }

    void apply(int place) {
        PluginLine line = nodes.line(place);
        highest[line.index()] = highestWith(place);
        missing[line.overall(nodes.version(place))]--;
        counts[line.index()]++;
        applied.set(place);
    }

    boolean has(int place) {
        return applied.get(place);
    }

    /** The highest version of the plugin that is wholly applied; -1 if none is. */
    int highest(PluginLine line) {
        return highest[line.index()];
    }

    /** The highest version of its plugin once a migration that is not applied is. */
    int highestWith(int place) {
        PluginLine line = nodes.line(place);
        int version = nodes.version(place);
        boolean completes = missing[line.overall(version)] == 1;
        return completes ? Math.max(highest(line), version) : highest(line);
    }

    boolean isWhole(PluginLine line, int version) {
        return missing[line.overall(version)] == 0;
    }

    /** How many migrations of the plugin are applied. */
    int count(PluginLine line) {
        return counts[line.index()];
    }

    boolean meets(Requirement need) {
        return need.line() == null ? has(need.migration()) : need.has(highest(need.line()));
    }
}
