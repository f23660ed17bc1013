package io.godwit.plan;

import java.util.List;

/** A plan as a Mermaid graph: an arrow goes from what comes first to what needs it. */
final class PlanMermaid {

    private static final String PLAIN = " .,_-@/()";

    private final PlanGraph graph;
    private final StringBuilder text = new StringBuilder("graph TD\n");

    PlanMermaid(Plan plan) {
        this.graph = new PlanGraph(plan);
    }

    String text() {
        List<GraphNode> nodes = graph.nodes();
        for (int at = 0; at < nodes.size(); at++) {
            GraphNode node = nodes.get(at);
            String label = escaped(node.id()) + "<br/>" + escaped(node.words());
            text.append("  n").append(at).append(node.there() ? "([\"" : "[\"").append(label);
            text.append(node.there() ? "\"])\n" : "\"]\n");
        }
        for (PlanGraph.Edge edge : graph.edges()) {
            text.append("  n")
                    .append(edge.from())
                    .append(" --> n")
                    .append(edge.to())
                    .append('\n');
        }
        return text.toString();
    }

    /** By numbers, as Mermaid takes them in a quoted label: so that nothing in it is markup. */
    private static String escaped(String words) {
        StringBuilder escaped = new StringBuilder();
        words.codePoints().forEach(point -> {
            if (Character.isLetterOrDigit(point) || PLAIN.indexOf(point) >= 0) {
                escaped.appendCodePoint(point);
            } else {
                escaped.append('#').append(point).append(';');
            }
        });
        return escaped.toString();
    }
}
