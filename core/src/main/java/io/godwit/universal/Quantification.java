package io.godwit.universal;

import io.godwit.universal.Node.Constant;
import io.godwit.universal.Node.Operation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** ANY and ALL in words that every engine has: IN, NOT IN, or comparisons joined by OR and AND. */
final class Quantification {

    private Quantification() {}

    /** The same without ANY and ALL; null where there are no such words. */
    static @Nullable Node plain(Node.Quantified node) {
        boolean any = node.quantifier().equals("any");
        boolean in = any ? node.operator().equals("=") : node.operator().equals("<>");
        if (node.right() instanceof Node.Subquery subquery) {
            return in ? new Node.InQuery(node.at(), node.operand(), !any, subquery.query()) : null;
        }
        List<Node> elements = ArrayElements.of(node.right());
        if (elements == null) {
            return null;
        }
        if (elements.isEmpty()) {
            return new Constant(node.at(), Constant.Kind.BOOLEAN, Boolean.toString(!any));
        }
        if (in) {
            List<Node> members = new ArrayList<>(List.of(node.operand()));
            members.addAll(elements);
            return new Operation(node.at(), any ? "in" : "not in", members);
        }
        return joined(node, elements, any ? "or" : "and");
    }

    private static Node joined(Node.Quantified node, List<Node> elements, String word) {
        Node joined = null;
        for (Node element : elements) {
            Node comparison = new Operation(node.at(), node.operator(), List.of(node.operand(), element));
            joined = joined == null ? comparison : new Operation(node.at(), word, List.of(joined, comparison));
        }
        return new Node.Brackets(node.at(), joined == null ? node : joined);
    }
}
