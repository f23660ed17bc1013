package io.godwit.plan;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.stream.IntStream;

/** How far a run through the graph has come, and what could be next. Mutable, for one thread. */
final class Progress {

    private final Nodes nodes;
    private final DependencyGraph graph;
    private final BitSet waiting;
    private final BitSet done;
    private final BitSet ready;
    private final int[] unmet;
    private final int[] fronts;

    private Progress(Progress other) {
        this.nodes = other.nodes;
        this.graph = other.graph;
        this.waiting = (BitSet) other.waiting.clone();
        this.done = (BitSet) other.done.clone();
        this.ready = (BitSet) other.ready.clone();
        this.unmet = other.unmet.clone();
        this.fronts = other.fronts.clone();
    }

    Progress(Nodes nodes, DependencyGraph graph, BitSet chosen) {
        this.nodes = nodes;
        this.graph = graph;
        this.waiting = (BitSet) chosen.clone();
        this.done = new BitSet();
        this.ready = new BitSet();
        this.unmet = new int[graph.size()];
        this.fronts = new int[nodes.lines().size()];
        for (int at = 0; at < unmet.length; at++) {
            unmet[at] = graph.before(at).size();
        }
        for (int at = 0; at < unmet.length; at++) {
            if (graph.before(at).isEmpty()) {
                open(at);
            }
        }
        nodes.lines().forEach(line -> fronts[line.index()] = waiting.nextSetBit(line.firstNode()));
    }

    Progress copy() {
        return new Progress(this);
    }

    void run(int place) {
        waiting.clear(place);
        ready.clear(place);
        if (!done.get(place)) {
            done.set(place);
            release(place);
        }
        int line = nodes.line(place).index();
        fronts[line] = waiting.nextSetBit(fronts[line]);
    }

    /** A gate that has nothing before it opens at once, and so do those behind it. */
    private void open(int at) {
        if (graph.isMigration(at)) {
            ready.set(at, waiting.get(at));
        } else if (!done.get(at)) {
            done.set(at);
            release(at);
        }
    }

    private void release(int first) {
        Deque<Integer> open = new ArrayDeque<>();
        open.push(first);
        while (!open.isEmpty()) {
            for (int next : graph.after(open.pop())) {
                if (--unmet[next] == 0 && !done.get(next)) {
                    if (graph.isMigration(next)) {
                        ready.set(next, waiting.get(next));
                    } else {
                        done.set(next);
                        open.push(next);
                    }
                }
            }
        }
    }

    boolean isDone() {
        return waiting.isEmpty();
    }

    BitSet waiting() {
        return waiting;
    }

    boolean isReady(int place) {
        return ready.get(place);
    }

    /** Whether none of its plugin's waits that is before it by version and id. */
    boolean isInTurn(int place) {
        return fronts[nodes.line(place).index()] == place;
    }

    /** The first of each plugin. */
    IntStream inTurn() {
        return Arrays.stream(fronts).filter(front -> front >= 0 && isInTurn(front));
    }

    /** The first that is ready and in turn; -1 if there is none. */
    int next() {
        return inTurn().filter(ready::get).findFirst().orElse(-1);
    }

    /** One that is ready, though not in turn, and that one in turn waits for. There must be no loop. */
    int nextOutOfTurn() {
        int at = inTurn().findFirst().orElseThrow();
        while (!ready.get(at)) {
            at = graph.before(at).stream()
                    .filter(first -> !done.get(first))
                    .findFirst()
                    .orElseThrow();
        }
        return at;
    }
}
