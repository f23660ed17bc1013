package io.godwit.plan;

import java.util.List;

/** The graph of a plan as SVG within a page. Colours are attributes: it can be read without the page's style. */
final class PlanSvg {

    private static final int LETTERS = 31;
    private static final int HUES = 24;

    /** Puts names that differ by a letter far apart. */
    private static final int SPREAD = 37;

    private final List<GraphNode> nodes;
    private final GraphRows rows;
    private final GraphLayout layout;

    PlanSvg(PlanGraph graph) {
        this.nodes = graph.nodes();
        this.rows = new GraphRows(graph);
        this.layout = new GraphLayout(rows);
    }

    void write(HtmlWriter html) {
        String width = Long.toString(layout.width());
        String height = Integer.toString(layout.height());
        html.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "width",
                width,
                "height",
                height,
                "viewBox",
                "0 0 " + width + " " + height,
                "role",
                "group",
                "aria-label",
                "What needs what: each migration stands below those that it needs",
                "font-family",
                "system-ui, sans-serif");
        rows.segments().forEach(segment -> arrow(html, segment));
        for (int node = 0; node < nodes.size(); node++) {
            node(html, node);
        }
        html.close();
    }

    /** A bend is a line across its row; an arrow ends at a node. */
    private void arrow(HtmlWriter html, PlanGraph.Edge segment) {
        long x = layout.center(segment.from());
        long to = layout.center(segment.to());
        int from = layout.top(segment.from()) + GraphLayout.NODE_HEIGHT;
        int end = layout.top(segment.to());
        int middle = (from + end) / 2;
        String path = "M" + x + " " + from + "C" + x + " " + middle + " " + to + " " + middle + " " + to + " " + end;
        String across = rows.isBend(segment.to()) ? "V" + (end + GraphLayout.NODE_HEIGHT) : "";
        html.empty("path", "d", path + across, "fill", "none", "stroke", "#888888");
        if (across.isEmpty()) {
            String tip = "M" + to + " " + end + "l-4 -7h8z";
            html.empty("path", "d", tip, "fill", "#555555");
        }
    }

    private void node(HtmlWriter html, int at) {
        GraphNode node = nodes.get(at);
        if (node.there()) {
            html.open("g");
        } else {
            html.open("a", "href", "#" + PlanHtml.anchor(node.position()));
        }
        long left = layout.center(at) - GraphLayout.NODE_WIDTH / 2;
        html.element("title", node.id() + ", " + node.words());
        html.empty(
                "rect",
                "x",
                Long.toString(left),
                "y",
                Integer.toString(layout.top(at)),
                "width",
                Integer.toString(GraphLayout.NODE_WIDTH),
                "height",
                Integer.toString(GraphLayout.NODE_HEIGHT),
                "rx",
                node.there() ? "22" : "4",
                "fill",
                fill(node),
                "stroke",
                stroke(node),
                "stroke-dasharray",
                node.there() ? "4 3" : "none");
        String number = node.there() ? "" : node.position() + ". ";
        words(html, at, 19, "12", number + node.id());
        words(html, at, 36, "11", node.words());
        html.close();
    }

    private void words(HtmlWriter html, int at, int down, String size, String words) {
        String shown = words.codePointCount(0, words.length()) <= LETTERS
                ? words
                : words.substring(0, words.offsetByCodePoints(0, LETTERS - 1)) + "…";
        html.element(
                "text",
                shown,
                "x",
                Long.toString(layout.center(at)),
                "y",
                Integer.toString(layout.top(at) + down),
                "font-size",
                size,
                "text-anchor",
                "middle",
                "fill",
                "#1a1a1a");
    }

    private static String fill(GraphNode node) {
        return node.there() ? "#ffffff" : "hsl(" + hue(node) + ", 70%, 92%)";
    }

    private static String stroke(GraphNode node) {
        return node.there() ? "#777777" : "hsl(" + hue(node) + ", 45%, 40%)";
    }

    /** The same plugin has the same colour in every report. */
    private static int hue(GraphNode node) {
        return Math.floorMod(node.plugin().hashCode() * SPREAD, HUES) * (360 / HUES);
    }
}
