package io.godwit.universal;

import io.godwit.schema.Name;
import io.godwit.universal.Node.Constant;
import io.godwit.universal.Node.FunctionCall;
import io.godwit.universal.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what stands between operators: literals, columns, calls, CASE, brackets. For one thread. */
final class OperandParser {

    private static final Set<String> PREFIX_TYPES =
            Set.of("date", "time", "timestamp", "timestamptz", "interval", "json", "jsonb", "uuid", "numeric", "bool");
    private static final Set<String> VALUE_FUNCTIONS = Set.of(
            "current_date",
            "current_time",
            "current_timestamp",
            "localtime",
            "localtimestamp",
            "current_user",
            "current_role",
            "session_user",
            "user",
            "current_catalog",
            "current_schema");

    private final TokenReader tokens;
    private final ExpressionParser expressions;
    private final QueryParser queries;
    private final SpecialCalls specialCalls;

    OperandParser(TokenReader tokens, ExpressionParser expressions, QueryParser queries) {
        this.tokens = tokens;
        this.expressions = expressions;
        this.queries = queries;
        this.specialCalls = new SpecialCalls(tokens, expressions);
    }

    Node operand() {
        Token token = tokens.peek();
        return switch (token.kind()) {
            case STRING -> new Constant(tokens.take().start(), Constant.Kind.TEXT, token.text());
            case NUMBER -> new Constant(tokens.take().start(), Constant.Kind.NUMBER, token.text());
            case WORD -> word(token);
            case NAME -> named();
            case OPAQUE ->
                throw tokens.unexpected(
                        token.text().startsWith("E") || token.text().startsWith("e")
                                ? "write the bytes of this string as characters: \\u and four hexadecimal digits"
                                : "this is not understood in universal SQL");
            default -> {
                if (tokens.isSymbol("(")) {
                    yield brackets();
                }
                throw tokens.unexpected("an expression is missing");
            }
        };
    }

    private Node brackets() {
        int at = tokens.take().start();
        if (queries.isNext()) {
            QueryTree query = queries.query();
            tokens.expectSymbol(")");
            return new Node.Subquery(at, query);
        }
        List<Node> inner = expressions.list();
        tokens.expectSymbol(")");
        return inner.size() == 1 ? new Node.Brackets(at, inner.get(0)) : new Node.Row(at, inner);
    }

    private Node word(Token token) {
        return switch (token.text()) {
            case "null" -> new Constant(tokens.take().start(), Constant.Kind.NULL, "");
            case "true", "false" -> new Constant(tokens.take().start(), Constant.Kind.BOOLEAN, token.text());
            case "case" -> choice();
            case "cast" -> cast();
            case "exists" -> exists();
            case "array" -> array();
            case "row" -> tokens.peek(1).isSymbol("(") ? row() : named();
            default -> VALUE_FUNCTIONS.contains(token.text()) ? valueFunction() : typedOrNamed(token);
        };
    }

    private Node row() {
        int at = tokens.take().start();
        return new Node.Row(at, specialCalls.arguments());
    }

    private Node typedOrNamed(Token token) {
        if (PREFIX_TYPES.contains(token.text())
                && (tokens.peek(1).kind() == Kind.STRING || tokens.peek(2).isWord("time"))) {
            TypeText type = new TypeParser(tokens).type();
            Token value = tokens.take();
            if (value.kind() != Kind.STRING) {
                throw tokens.invalid(value.start(), "a string is missing");
            }
            return new Node.TypedConstant(token.start(), type, value.text());
        }
        return named();
    }

    private Node valueFunction() {
        Token token = tokens.take();
        if (tokens.acceptSymbol("(")) {
            Node precision = expressions.expression();
            tokens.expectSymbol(")");
            return FunctionCall.of(token.start(), token.text(), List.of(precision));
        }
        return FunctionCall.of(token.start(), token.text(), List.of());
    }

    private Node choice() {
        int at = tokens.take().start();
        Node operand = tokens.isWord("when") ? null : expressions.expression();
        List<Node.Branch> branches = new ArrayList<>();
        while (tokens.accept("when")) {
            Node condition = expressions.expression();
            tokens.expect("then");
            branches.add(new Node.Branch(condition, expressions.expression()));
        }
        if (branches.isEmpty()) {
            throw tokens.unexpected("WHEN is missing");
        }
        Node otherwise = tokens.accept("else") ? expressions.expression() : null;
        tokens.expect("end");
        return new Node.Choice(at, operand, branches, otherwise);
    }

    private Node cast() {
        int at = tokens.take().start();
        tokens.expectSymbol("(");
        Node operand = expressions.expression();
        tokens.expect("as");
        TypeText type = new TypeParser(tokens).type();
        tokens.expectSymbol(")");
        return new Node.Conversion(at, operand, type);
    }

    private Node exists() {
        int at = tokens.take().start();
        tokens.expectSymbol("(");
        QueryTree query = queries.query();
        tokens.expectSymbol(")");
        return new Node.Exists(at, query);
    }

    private Node array() {
        int at = tokens.take().start();
        if (tokens.isSymbol("(")) {
            throw tokens.unexpected("ARRAY(SELECT …) is not understood; write a subquery with json_agg or string_agg");
        }
        tokens.expectSymbol("[");
        List<Node> elements = tokens.isSymbol("]") ? List.of() : expressions.list();
        tokens.expectSymbol("]");
        return new Node.ArrayOf(at, elements);
    }

    /** A column, a star with a qualifier, or a call. */
    private Node named() {
        int at = tokens.at();
        if (specialCalls.isNext()) {
            return specialCalls.call();
        }
        List<Name> names = new ArrayList<>();
        boolean function = tokens.peek(1).isSymbol("(");
        names.add(function ? tokens.label() : tokens.name());
        while (tokens.acceptSymbol(".")) {
            if (tokens.acceptSymbol("*")) {
                return new Node.Star(at, names);
            }
            names.add(tokens.label());
        }
        Name last = names.remove(names.size() - 1);
        return tokens.isSymbol("(") ? call(at, names, last.text()) : new Node.ColumnReference(at, names, last);
    }

    private FunctionCall call(int at, List<Name> qualifiers, String name) {
        tokens.take();
        boolean distinct = tokens.accept("distinct");
        if (!distinct) {
            tokens.accept("all");
        }
        List<Node> arguments = new ArrayList<>();
        if (tokens.acceptSymbol("*")) {
            arguments.add(new Node.Star(at, List.of()));
        } else if (!tokens.isSymbol(")")) {
            arguments.addAll(expressions.list());
        }
        List<Node.Sorting> order = expressions.sortings();
        tokens.expectSymbol(")");
        if (tokens.areWords("within", "group")) {
            throw tokens.unexpected("WITHIN GROUP is not understood");
        }
        return new FunctionCall(at, qualifiers, name, arguments, distinct, order, filter(), window());
    }

    private @Nullable Node filter() {
        if (!tokens.isWord("filter") || !tokens.peek(1).isSymbol("(")) {
            return null;
        }
        tokens.take();
        tokens.take();
        tokens.expect("where");
        Node condition = expressions.expression();
        tokens.expectSymbol(")");
        return condition;
    }

    private Node.@Nullable Window window() {
        return tokens.accept("over") ? expressions.window() : null;
    }
}
