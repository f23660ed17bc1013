package io.godwit.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The rows in which a graph is drawn: each node below all that it needs, and no row too long to be read.
 *
 * <p>An arrow over several rows goes through a bend in each row between; all arrows of one node share their bends. Immutable.
 */
final class GraphRows {

    private static final int MOST_NODES = 5;

    private final int[] rowOfNode;
    private final List<List<Integer>> rows = new ArrayList<>();
    private final Set<PlanGraph.Edge> segments = new LinkedHashSet<>();
    private int points;

    GraphRows(PlanGraph graph) {
        int nodes = graph.nodes().size();
        this.rowOfNode = new int[nodes];
        this.points = nodes;
        for (int node = 0; node < nodes; node++) {
            rowOfNode[node] = firstWithRoom(rowOfNode[node]);
            rows.get(rowOfNode[node]).add(node);
            below(graph, node);
        }
        for (int node = 0; node < nodes; node++) {
            connect(graph, node);
        }
    }

    private int firstWithRoom(int from) {
        int row = from;
        while (row < rows.size() && rows.get(row).size() >= MOST_NODES) {
            row++;
        }
        while (rows.size() <= row) {
            rows.add(new ArrayList<>());
        }
        return row;
    }

    private void below(PlanGraph graph, int node) {
        for (PlanGraph.Edge edge : graph.edgesFrom(node)) {
            rowOfNode[edge.to()] = Math.max(rowOfNode[edge.to()], rowOfNode[node] + 1);
        }
    }

    private void connect(PlanGraph graph, int node) {
        List<PlanGraph.Edge> edges = graph.edgesFrom(node);
        int last = edges.stream().mapToInt(edge -> rowOfNode[edge.to()]).max().orElse(0);
        int above = node;
        for (int row = rowOfNode[node] + 1; row <= last; row++) {
            for (PlanGraph.Edge edge : edges) {
                if (rowOfNode[edge.to()] == row) {
                    segments.add(new PlanGraph.Edge(above, edge.to()));
                }
            }
            if (row < last) {
                rows.get(row).add(points);
                segments.add(new PlanGraph.Edge(above, points));
                above = points++;
            }
        }
    }

    /** The points in each row: nodes by their places in the graph, and bends with higher numbers. */
    List<List<Integer>> rows() {
        return rows.stream().map(List::copyOf).toList();
    }

    /** From a point to one in the next row. */
    List<PlanGraph.Edge> segments() {
        return List.copyOf(segments);
    }

    /** How many there are, nodes and bends. */
    int points() {
        return points;
    }

    boolean isBend(int point) {
        return point >= rowOfNode.length;
    }

    @Override
    public String toString() {
        return Arrays.toString(rowOfNode);
    }
}
