package io.godwit.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Where the points of a graph are drawn, in pixels: each near those that it is connected with, so that few arrows cross.
 *
 * <p>Rows are sorted by the mean place of their neighbours, downward and upward in turn (Sugiyama, Tagawa and Toda, 1981).
 */
final class GraphLayout {

    static final int NODE_WIDTH = 232;
    static final int NODE_HEIGHT = 46;

    private static final int BEND_WIDTH = 10;
    private static final int GAP = 16;
    private static final int ROW_GAP = 38;
    private static final int MARGIN = 10;
    private static final int SWEEPS = 12;

    private final GraphRows rows;
    private final double[] center;
    private final int[] top;
    private double bound;
    private final List<List<Integer>> above = new ArrayList<>();
    private final List<List<Integer>> below = new ArrayList<>();

    GraphLayout(GraphRows rows) {
        this.rows = rows;
        this.center = new double[rows.points()];
        this.top = new int[rows.points()];
        for (int point = 0; point < rows.points(); point++) {
            above.add(new ArrayList<>());
            below.add(new ArrayList<>());
        }
        for (PlanGraph.Edge segment : rows.segments()) {
            below.get(segment.from()).add(segment.to());
            above.get(segment.to()).add(segment.from());
        }
        arrange();
        moveToMargin();
    }

    private void arrange() {
        List<List<Integer>> lines = rows.rows();
        bound = lines.stream()
                        .mapToDouble(line -> line.stream()
                                .mapToDouble(point -> width(point) + GAP)
                                .sum())
                        .max()
                        .orElse(0)
                / 2;
        for (int row = 0; row < lines.size(); row++) {
            int y = MARGIN + row * (NODE_HEIGHT + ROW_GAP);
            lines.get(row).forEach(point -> top[point] = y);
            place(lines.get(row));
        }
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            boolean down = sweep % 2 == 0;
            for (int at = 0; at < lines.size(); at++) {
                List<Integer> line = lines.get(down ? at : lines.size() - 1 - at);
                line.forEach(point -> approach(point, down ? above.get(point) : below.get(point)));
                place(line);
            }
        }
    }

    private void approach(int point, List<Integer> neighbours) {
        neighbours.stream().mapToDouble(other -> center[other]).average().ifPresent(mean -> center[point] = mean);
    }

    /** As near to where the points would like to be as there is room. */
    private void place(List<Integer> line) {
        List<Integer> sorted = line.stream()
                .sorted(Comparator.comparingDouble(point -> center[point]))
                .toList();
        double shift = 0;
        double free = Double.NEGATIVE_INFINITY;
        for (int point : sorted) {
            double half = width(point) / 2.0;
            double x = Math.max(center[point], free + half);
            shift += center[point] - x;
            center[point] = x;
            free = x + half + GAP;
        }
        for (int point : sorted) {
            center[point] += shift / sorted.size();
        }
        confine(sorted);
    }

    /** No row reaches farther than the longest one must. */
    private void confine(List<Integer> sorted) {
        double free = -bound;
        for (int point : sorted) {
            double half = width(point) / 2.0;
            center[point] = Math.max(center[point], free + half);
            free = center[point] + half + GAP;
        }
        free = bound;
        for (int at = sorted.size() - 1; at >= 0; at--) {
            int point = sorted.get(at);
            double half = width(point) / 2.0;
            center[point] = Math.min(center[point], free - half);
            free = center[point] - half - GAP;
        }
    }

    private void moveToMargin() {
        double left = Double.MAX_VALUE;
        for (int point = 0; point < center.length; point++) {
            left = Math.min(left, center[point] - width(point) / 2.0);
        }
        for (int point = 0; point < center.length; point++) {
            center[point] += MARGIN - left;
        }
    }

    private int width(int point) {
        return rows.isBend(point) ? BEND_WIDTH : NODE_WIDTH;
    }

    long center(int point) {
        return Math.round(center[point]);
    }

    int top(int point) {
        return top[point];
    }

    long width() {
        double right = 0;
        for (int point = 0; point < center.length; point++) {
            right = Math.max(right, center[point] + width(point) / 2.0);
        }
        return Math.round(right) + MARGIN;
    }

    int height() {
        return MARGIN * 2 + rows.rows().size() * (NODE_HEIGHT + ROW_GAP) - ROW_GAP;
    }
}
