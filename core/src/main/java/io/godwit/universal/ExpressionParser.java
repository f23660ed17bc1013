package io.godwit.universal;

import io.godwit.schema.Name;
import io.godwit.universal.Node.Operation;
import io.godwit.universal.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads expressions with PostgreSQL's operator precedence (manual, chapter 4.1.6). For one thread. */
final class ExpressionParser {

    private static final int OR = 1;
    private static final int AND = 2;
    private static final int NOT = 3;
    private static final int IS = 4;
    private static final int COMPARISON = 5;
    private static final int LIKE = 6;
    private static final int OTHER = 7;
    private static final int SUM = 8;
    private static final int PRODUCT = 9;
    private static final int POWER = 10;
    private static final int AT_ZONE = 11;
    private static final int COLLATE = 12;
    private static final int SIGN = 13;
    private static final int ELEMENT = 14;
    private static final int CAST = 15;
    private static final int NONE = -1;

    private static final Set<String> COMPARISONS = Set.of("=", "<>", "!=", "<", "<=", ">", ">=");

    /** Deeper nesting than people write, and far from a stack's end. */
    private static final int DEEPEST = 200;

    private final TokenReader tokens;
    private final QueryParser queries;
    private final OperandParser operands;
    private int depth;

    ExpressionParser(TokenReader tokens, QueryParser queries) {
        this.tokens = tokens;
        this.queries = queries;
        this.operands = new OperandParser(tokens, this, queries);
    }

    Node expression() {
        return expression(OR);
    }

    List<Node> list() {
        List<Node> list = new ArrayList<>();
        do {
            list.add(expression());
        } while (tokens.acceptSymbol(","));
        return list;
    }

    /** An expression that stops at IN, BETWEEN and LIKE. */
    Node operandOfKeyWord() {
        return expression(LIKE + 1);
    }

    private Node expression(int loosest) {
        if (++depth > DEEPEST) {
            throw tokens.unexpected("this is nested more than " + DEEPEST + " deep");
        }
        Node left = prefixed(loosest);
        for (int rank = rank(); rank >= loosest; rank = rank()) {
            left = postfixed(left, rank);
            if ((rank == COMPARISON || rank == LIKE) && rank() == rank) {
                throw tokens.unexpected("two comparisons in a row need brackets");
            }
        }
        depth--;
        return left;
    }

    private Node prefixed(int loosest) {
        int at = tokens.at();
        if (tokens.isWord("not")) {
            if (loosest > NOT) {
                throw tokens.unexpected("NOT needs brackets here");
            }
            tokens.take();
            return new Operation(at, "not", List.of(expression(NOT)));
        }
        if (tokens.isSymbol("-") || tokens.isSymbol("+")) {
            String name = tokens.take().text().equals("-") ? "negative" : "positive";
            return new Operation(at, name, List.of(expression(SIGN)));
        }
        if (tokens.peek().kind() == Kind.OPERATOR && !tokens.isSymbol("*")) {
            return new Operation(at, "prefix " + tokens.take().text(), List.of(expression(OTHER + 1)));
        }
        return operands.operand();
    }

    /** The rank of the operator that comes next; {@link #NONE} if none does. */
    private int rank() {
        Token token = tokens.peek();
        return switch (token.kind()) {
            case WORD -> wordRank(token.text());
            case OPERATOR ->
                switch (token.text()) {
                    case "+", "-" -> SUM;
                    case "*", "/", "%" -> PRODUCT;
                    case "^" -> POWER;
                    default -> COMPARISONS.contains(token.text()) ? COMPARISON : OTHER;
                };
            case PUNCTUATION ->
                switch (token.text()) {
                    case "::" -> CAST;
                    case "[" -> ELEMENT;
                    default -> NONE;
                };
            default -> NONE;
        };
    }

    private int wordRank(String word) {
        return switch (word) {
            case "or" -> OR;
            case "and" -> AND;
            case "is", "isnull", "notnull" -> IS;
            case "between", "in", "like", "ilike" -> LIKE;
            case "similar" -> tokens.peek(1).isWord("to") ? LIKE : NONE;
            case "not" -> isNegated(tokens.peek(1)) ? LIKE : NONE;
            case "at" -> tokens.peek(1).isWord("time") ? AT_ZONE : NONE;
            case "collate" -> COLLATE;
            default -> NONE;
        };
    }

    private static boolean isNegated(Token next) {
        return next.isWord("between")
                || next.isWord("in")
                || next.isWord("like")
                || next.isWord("ilike")
                || next.isWord("similar");
    }

    private Node postfixed(Node left, int rank) {
        int at = tokens.at();
        return switch (rank) {
            case IS -> is(left, at);
            case LIKE -> like(left, at);
            case AT_ZONE -> {
                tokens.take();
                tokens.take();
                tokens.expect("zone");
                yield operation(at, "at time zone", left, expression(AT_ZONE + 1));
            }
            case COLLATE -> {
                tokens.take();
                yield new Node.Collation(at, left, tokens.dottedNames());
            }
            case ELEMENT -> {
                tokens.take();
                Node index = expression();
                tokens.expectSymbol("]");
                yield new Node.Element(at, left, index);
            }
            case CAST -> {
                tokens.take();
                yield new Node.Conversion(at, left, new TypeParser(tokens).type());
            }
            default -> infix(left, rank, at);
        };
    }

    private Node infix(Node left, int rank, int at) {
        String symbol = tokens.take().text();
        if (tokens.isWord("any") || tokens.isWord("some") || tokens.isWord("all")) {
            return quantified(left, symbol, at);
        }
        return operation(at, symbol.equals("!=") ? "<>" : symbol, left, expression(rank + 1));
    }

    private Node quantified(Node left, String symbol, int at) {
        String quantifier = tokens.take().text().equals("all") ? "all" : "any";
        tokens.expectSymbol("(");
        Node right = queries.isNext() ? new Node.Subquery(tokens.at(), queries.query()) : expression();
        tokens.expectSymbol(")");
        Node.Quantified node = new Node.Quantified(at, symbol.equals("!=") ? "<>" : symbol, left, quantifier, right);
        Node list = ListedValues.of(node);
        return list == null ? node : list;
    }

    private Node is(Node left, int at) {
        Token first = tokens.take();
        if (!first.isWord("is")) {
            return operation(at, first.isWord("isnull") ? "is null" : "is not null", left);
        }
        String is = tokens.accept("not") ? "is not " : "is ";
        for (String word : List.of("null", "true", "false", "unknown")) {
            if (tokens.accept(word)) {
                return operation(at, is + word, left);
            }
        }
        if (tokens.accept("distinct", "from")) {
            return operation(at, is + "distinct from", left, expression(IS + 1));
        }
        throw tokens.unexpected("after IS comes NULL, TRUE, FALSE, UNKNOWN or DISTINCT FROM");
    }

    private Node like(Node left, int at) {
        String not = tokens.accept("not") ? "not " : "";
        String word = tokens.take().text();
        return switch (word) {
            case "between" -> between(left, not, at);
            case "in" -> in(left, !not.isEmpty(), at);
            default -> {
                if (word.equals("similar")) {
                    tokens.expect("to");
                }
                Node pattern = operandOfKeyWord();
                String name = not + (word.equals("similar") ? "similar to" : word);
                yield tokens.accept("escape")
                        ? operation(at, name, left, pattern, operandOfKeyWord())
                        : operation(at, name, left, pattern);
            }
        };
    }

    private Node between(Node left, String not, int at) {
        boolean symmetric = tokens.accept("symmetric");
        if (!symmetric) {
            tokens.accept("asymmetric");
        }
        Node low = operandOfKeyWord();
        tokens.expect("and");
        return operation(at, not + "between" + (symmetric ? " symmetric" : ""), left, low, operandOfKeyWord());
    }

    private Node in(Node left, boolean negated, int at) {
        tokens.expectSymbol("(");
        if (queries.isNext()) {
            QueryTree query = queries.query();
            tokens.expectSymbol(")");
            return new Node.InQuery(at, left, negated, query);
        }
        List<Node> members = new ArrayList<>(List.of(left));
        members.addAll(list());
        tokens.expectSymbol(")");
        return new Operation(at, negated ? "not in" : "in", members);
    }

    private static Operation operation(int at, String name, Node... operands) {
        return new Operation(at, name, List.of(operands));
    }

    /** {@code ORDER BY} and its keys, if they come next. */
    List<Node.Sorting> sortings() {
        List<Node.Sorting> sortings = new ArrayList<>();
        if (tokens.accept("order", "by")) {
            do {
                sortings.add(sorting());
            } while (tokens.acceptSymbol(","));
        }
        return sortings;
    }

    private Node.Sorting sorting() {
        Node key = expression();
        boolean descending = tokens.accept("desc");
        if (!descending) {
            tokens.accept("asc");
        }
        Boolean nullsFirst = nulls();
        return new Node.Sorting(key, descending, nullsFirst);
    }

    private @Nullable Boolean nulls() {
        if (tokens.accept("nulls", "first")) {
            return Boolean.TRUE;
        }
        return tokens.accept("nulls", "last") ? Boolean.FALSE : null;
    }

    /** OVER's right side: a name, or a specification in brackets. */
    Node.Window window() {
        int at = tokens.at();
        if (!tokens.isSymbol("(")) {
            return new Node.Window(at, tokens.name(), false, List.of(), List.of(), null);
        }
        tokens.take();
        Name base = tokens.areWords("partition", "by")
                        || tokens.areWords("order", "by")
                        || isFrame()
                        || tokens.isSymbol(")")
                ? null
                : tokens.name();
        List<Node> partition = tokens.accept("partition", "by") ? list() : List.of();
        List<Node.Sorting> order = sortings();
        String frame = isFrame() ? frame() : null;
        tokens.expectSymbol(")");
        return new Node.Window(at, base, true, partition, order, frame);
    }

    private boolean isFrame() {
        return tokens.isWord("rows") || tokens.isWord("range") || tokens.isWord("groups");
    }

    /** The frame's words, which all engines share; offsets are whole numbers. */
    private String frame() {
        StringBuilder frame = new StringBuilder();
        while (tokens.peek().kind() == Kind.WORD || tokens.peek().kind() == Kind.NUMBER) {
            frame.append(frame.isEmpty() ? "" : " ").append(tokens.take().text().toUpperCase(Locale.ROOT));
        }
        return frame.toString();
    }
}
