package io.godwit.universal;

import io.godwit.universal.Node.Constant;
import io.godwit.universal.Node.FunctionCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads calls with key words between their brackets, and gives them the plain function that PostgreSQL runs. For one thread. */
final class SpecialCalls {

    private static final Set<String> NAMES = Set.of("extract", "position", "substring", "trim", "overlay");

    private final TokenReader tokens;
    private final ExpressionParser expressions;

    SpecialCalls(TokenReader tokens, ExpressionParser expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
    }

    boolean isNext() {
        return NAMES.contains(tokens.peek().text())
                && tokens.peek().kind() == Token.Kind.WORD
                && tokens.peek(1).isSymbol("(");
    }

    Node call() {
        Token name = tokens.take();
        tokens.expectSymbol("(");
        Node call = switch (name.text()) {
            case "extract" -> extract(name.start());
            case "position" -> position(name.start());
            case "substring" -> substring(name.start());
            case "trim" -> trim(name.start());
            default -> overlay(name.start());
        };
        tokens.expectSymbol(")");
        return call;
    }

    /** {@code (a, b)}, perhaps empty. */
    List<Node> arguments() {
        tokens.expectSymbol("(");
        List<Node> arguments = tokens.isSymbol(")") ? List.of() : expressions.list();
        tokens.expectSymbol(")");
        return arguments;
    }

    private Node extract(int at) {
        Token field = tokens.take();
        if (field.kind() != Token.Kind.WORD && field.kind() != Token.Kind.STRING) {
            throw tokens.invalid(field.start(), "EXTRACT needs a field, such as YEAR");
        }
        tokens.expect("from");
        Node from = expressions.expression();
        return FunctionCall.of(
                at, "extract", List.of(new Constant(field.start(), Constant.Kind.TEXT, field.text()), from));
    }

    /** {@code position(a IN b)}: its parts may hold no IN of their own, so they bind tighter. */
    private Node position(int at) {
        Node part = expressions.operandOfKeyWord();
        tokens.expect("in");
        Node whole = expressions.operandOfKeyWord();
        return FunctionCall.of(at, "strpos", List.of(whole, part));
    }

    private Node substring(int at) {
        List<Node> arguments = new ArrayList<>(List.of(expressions.expression()));
        if (tokens.acceptSymbol(",")) {
            arguments.addAll(expressions.list());
            return FunctionCall.of(at, "substring", arguments);
        }
        if (tokens.accept("from")) {
            arguments.add(expressions.expression());
        } else {
            arguments.add(new Constant(at, Constant.Kind.NUMBER, "1"));
        }
        if (tokens.accept("for")) {
            arguments.add(expressions.expression());
        }
        return FunctionCall.of(at, "substring", arguments);
    }

    private Node trim(int at) {
        String name = tokens.accept("leading") ? "ltrim" : tokens.accept("trailing") ? "rtrim" : "btrim";
        tokens.accept("both");
        List<Node> arguments = new ArrayList<>();
        if (!tokens.accept("from")) {
            arguments.add(expressions.expression());
            if (!tokens.accept("from")) {
                if (tokens.acceptSymbol(",")) {
                    arguments.add(expressions.expression());
                }
                return FunctionCall.of(at, name, arguments);
            }
        }
        arguments.add(0, expressions.expression());
        return FunctionCall.of(at, name, arguments);
    }

    private Node overlay(int at) {
        List<Node> arguments = new ArrayList<>(List.of(expressions.expression()));
        tokens.expect("placing");
        arguments.add(expressions.expression());
        tokens.expect("from");
        arguments.add(expressions.expression());
        if (tokens.accept("for")) {
            arguments.add(expressions.expression());
        }
        return FunctionCall.of(at, "overlay", arguments);
    }
}
