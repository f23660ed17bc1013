package io.godwit.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** Migrations that wait for each other, each loop told whole. For one thread. */
final class Loops {

    private final Nodes nodes;
    private final Rules rules;
    private final DependencyGraph graph;
    private final BitSet core = new BitSet();

    Loops(Nodes nodes, Rules rules, DependencyGraph graph) {
        this.nodes = nodes;
        this.rules = rules;
        this.graph = graph;
        core.set(0, graph.size());
        peel();
    }

    boolean any() {
        return !core.isEmpty();
    }

    /** One sentence or two for each; loops that share a migration are told one by one, as they are taken away. */
    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        for (int at = core.nextSetBit(0); at >= 0; at = core.nextSetBit(0)) {
            List<Integer> loop = loop(at);
            sentences.add(sentence(loop.stream().filter(graph::isMigration).toList()));
            loop.forEach(core::clear);
            peel();
        }
        return sentences;
    }

    /** What waits for nothing, and what nothing waits for, is in no loop. */
    private void peel() {
        peel(graph::before, graph::after);
        peel(graph::after, graph::before);
    }

    private void peel(IntFunction<List<Integer>> before, IntFunction<List<Integer>> after) {
        Deque<Integer> open = new ArrayDeque<>();
        core.stream().filter(at -> isFree(at, before)).forEach(open::add);
        while (!open.isEmpty()) {
            int at = open.remove();
            if (core.get(at)) {
                core.clear(at);
                after.apply(at).stream()
                        .filter(next -> core.get(next) && isFree(next, before))
                        .forEach(open::add);
            }
        }
    }

    private boolean isFree(int at, IntFunction<List<Integer>> before) {
        return before.apply(at).stream().noneMatch(core::get);
    }

    /** Each waits for the one after it, and the last for the first: the shortest one through a place that is in a loop. */
    private List<Integer> loop(int start) {
        BitSet seen = new BitSet();
        int at = start;
        while (!seen.get(at)) {
            seen.set(at);
            at = firstBefore(at);
        }
        Map<Integer, Integer> from = new HashMap<>();
        Deque<Integer> open = new ArrayDeque<>(List.of(at));
        while (!from.containsKey(at)) {
            int next = open.remove();
            graph.before(next).stream()
                    .filter(first -> core.get(first) && from.putIfAbsent(first, next) == null)
                    .forEach(open::add);
        }
        List<Integer> loop = new ArrayList<>(List.of(at));
        for (int back = from.get(at); back != at; back = from.get(back)) {
            loop.add(1, back);
        }
        return loop;
    }

    private int firstBefore(int at) {
        return graph.before(at).stream().filter(core::get).findFirst().orElseThrow();
    }

    private String sentence(List<Integer> loop) {
        List<String> written = new ArrayList<>();
        StringBuilder chain = new StringBuilder("Migrations wait for each other: ").append(id(loop.get(0)));
        for (int i = 0; i < loop.size(); i++) {
            int waits = loop.get(i);
            int first = loop.get((i + 1) % loop.size());
            List<String> needs = needs(waits, first);
            chain.append(needs.isEmpty() ? " comes after " : " needs ").append(id(first));
            if (needs.isEmpty()) {
                written.add(id(waits) + " would bring plugin "
                        + nodes.line(waits).pluginId() + " beyond what " + id(first) + " needs: "
                        + needs(first, waits).stream().collect(Collectors.joining("', '", "'", "'")));
            } else if (!needs.contains(id(first))) {
                written.add(id(waits) + " needs '" + needs.get(0) + "'");
            }
        }
        return chain + (written.isEmpty() ? "" : " (" + String.join("; ", written) + ")")
                + ". Take one of these dependencies away.";
    }

    /** The entries by which one asks for the other, as written. */
    private List<String> needs(int waits, int first) {
        return rules.needs(waits).stream()
                .filter(need -> need.line() == null ? need.migration() == first : need.line() == nodes.line(first))
                .map(need -> need.written().toString())
                .toList();
    }

    private String id(int place) {
        return nodes.at(place).id();
    }
}
