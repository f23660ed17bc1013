package io.godwit.universal;

import io.godwit.schema.Name;
import io.godwit.schema.Position;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * An expression of universal SQL with names for what is put in their place. Immutable.
 *
 * @param node what the text says
 * @param text the text itself
 */
record Template(Node node, String text) {

    static Template of(String text) {
        Source source = new Source(text, Position.NONE);
        return new Template(
                new QueryParser(new TokenReader(source)).expressions().expression(), text);
    }

    /** Whether an argument stands in more than one place. */
    boolean repeats(String name) {
        return Pattern.compile("\\b" + name + "\\b").matcher(text).results().count() > 1;
    }

    /** The expression at a place of the author's text, with these arguments under their names. */
    Node filled(int at, Map<String, Node> arguments) {
        return filled(node, at, arguments);
    }

    private static Node filled(Node node, int at, Map<String, Node> arguments) {
        if (node instanceof Node.ColumnReference column) {
            return argument(column.name(), arguments);
        }
        if (node instanceof Node.Constant constant) {
            return new Node.Constant(at, constant.kind(), constant.value());
        }
        if (node instanceof Node.Brackets brackets) {
            return new Node.Brackets(at, filled(brackets.inner(), at, arguments));
        }
        if (node instanceof Node.Conversion conversion) {
            return new Node.Conversion(at, filled(conversion.operand(), at, arguments), conversion.type());
        }
        if (node instanceof Node.Operation operation) {
            return new Node.Operation(at, operation.name(), filled(operation.operands(), at, arguments));
        }
        if (node instanceof Node.FunctionCall call) {
            return Node.FunctionCall.of(at, call.name(), filled(call.arguments(), at, arguments));
        }
        if (node instanceof Node.Choice choice) {
            return filled(choice, at, arguments);
        }
        if (node instanceof Node.TypedConstant constant) {
            return new Node.TypedConstant(at, constant.type(), constant.value());
        }
        throw new IllegalStateException("a template has no place for " + node);
    }

    private static Node filled(Node.Choice choice, int at, Map<String, Node> arguments) {
        Node operand = choice.operand();
        Node otherwise = choice.otherwise();
        List<Node.Branch> branches = choice.branches().stream()
                .map(branch -> new Node.Branch(
                        filled(branch.condition(), at, arguments), filled(branch.result(), at, arguments)))
                .toList();
        return new Node.Choice(
                at,
                operand == null ? null : filled(operand, at, arguments),
                branches,
                otherwise == null ? null : filled(otherwise, at, arguments));
    }

    private static List<Node> filled(List<Node> nodes, int at, Map<String, Node> arguments) {
        return nodes.stream().map(node -> filled(node, at, arguments)).toList();
    }

    private static Node argument(Name name, Map<String, Node> arguments) {
        Node argument = arguments.get(name.text());
        if (argument == null) {
            throw new IllegalStateException("a template has no argument " + name);
        }
        return argument instanceof Node.Operation ? new Node.Brackets(argument.at(), argument) : argument;
    }
}
