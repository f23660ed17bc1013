package io.godwit.universal;

import java.util.List;
import java.util.Set;

/** Refuses what changes from one evaluation to the next where it would be written more than once. */
record VolatileCheck(Translation translation, String within) {

    private static final Set<String> VOLATILE =
            Set.of("random", "gen_random_uuid", "uuid_generate_v4", "clock_timestamp", "nextval");

    void check(Node node) {
        if (node instanceof Node.FunctionCall call && VOLATILE.contains(call.name())) {
            throw translation.unsupported(
                    call.at(),
                    call.name() + "() inside " + within + "()",
                    "the engine's form evaluates it more than once",
                    "a column that has it as its default");
        }
        children(node).forEach(this::check);
    }

    private static List<Node> children(Node node) {
        if (node instanceof Node.FunctionCall call) {
            return call.arguments();
        }
        if (node instanceof Node.Operation operation) {
            return operation.operands();
        }
        if (node instanceof Node.Brackets brackets) {
            return List.of(brackets.inner());
        }
        if (node instanceof Node.Conversion conversion) {
            return List.of(conversion.operand());
        }
        return node instanceof Node.Choice choice
                ? choice.branches().stream().map(Node.Branch::result).toList()
                : List.of();
    }
}
