package io.godwit.universal;

import io.godwit.universal.Node.Constant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code = ANY (ARRAY[…])} and {@code <> ALL (ARRAY[…])}, into which PostgreSQL turns IN and NOT IN, turned back. */
final class ListedValues {

    private ListedValues() {}

    /** The list as the operator IN or NOT IN says it; null where an array is meant. */
    static @Nullable Node of(Node.Quantified node) {
        boolean in = node.operator().equals("=") && node.quantifier().equals("any");
        boolean notIn = node.operator().equals("<>") && node.quantifier().equals("all");
        List<Node> elements = elements(node.right());
        if ((!in && !notIn) || elements.isEmpty()) {
            return null;
        }
        List<Node> operands = new ArrayList<>(List.of(node.operand()));
        operands.addAll(elements);
        return new Node.Operation(node.at(), in ? "in" : "not in", operands);
    }

    private static List<Node> elements(Node node) {
        if (node instanceof Node.Brackets brackets) {
            return elements(brackets.inner());
        } else if (node instanceof Node.ArrayOf array) {
            return array.elements();
        } else if (node instanceof Node.Conversion conversion) {
            boolean text = conversion.type().written().equals("text[]")
                    || conversion.type().written().equals("character varying[]");
            List<Node> inner = elements(conversion.operand());
            boolean strings = inner.stream().anyMatch(ListedValues::isString);
            return text || !strings ? inner : List.of();
        }
        return List.of();
    }

    private static boolean isString(Node node) {
        return node instanceof Constant constant && constant.kind() == Constant.Kind.TEXT;
    }
}
