package io.godwit.universal;

import io.godwit.universal.Node.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code (a, b) = (c, d)} and {@code (a, b) IN (…)} as comparisons of their fields, for engines that compare no rows. */
final class RowComparison {

    private RowComparison() {}

    /** The same without rows; empty if it is no such comparison. */
    static Optional<Node> of(Operation operation) {
        if (operation.operands().isEmpty()
                || !operation.operands().stream().allMatch(operand -> operand instanceof Node.Row)) {
            return Optional.empty();
        }
        return switch (operation.name()) {
            case "=", "in" -> Optional.of(anyEqual(operation));
            case "<>", "not in" -> Optional.of(new Operation(operation.at(), "not", List.of(anyEqual(operation))));
            default -> Optional.empty();
        };
    }

    private static Node anyEqual(Operation operation) {
        List<Node> alternatives = new ArrayList<>();
        Node.Row left = (Node.Row) operation.operands().get(0);
        operation.operands().stream()
                .skip(1)
                .forEach(right -> alternatives.add(equal(operation.at(), left, (Node.Row) right)));
        return joined(operation.at(), "or", alternatives);
    }

    private static Node equal(int at, Node.Row left, Node.Row right) {
        List<Node> fields = new ArrayList<>();
        int width = Math.min(left.fields().size(), right.fields().size());
        for (int index = 0; index < width; index++) {
            fields.add(new Operation(
                    at, "=", List.of(left.fields().get(index), right.fields().get(index))));
        }
        return new Node.Brackets(at, joined(at, "and", fields));
    }

    private static Node joined(int at, String operator, List<Node> parts) {
        Node joined = parts.get(0);
        for (Node part : parts.subList(1, parts.size())) {
            joined = new Operation(at, operator, List.of(joined, part));
        }
        return parts.size() == 1 ? joined : new Node.Brackets(at, joined);
    }
}
