package io.godwit.universal;

import io.godwit.schema.Name;
import io.godwit.universal.QueryTree.Body;
import io.godwit.universal.QueryTree.CommonTable;
import io.godwit.universal.QueryTree.Item;
import io.godwit.universal.QueryTree.NamedWindow;
import io.godwit.universal.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads SELECT, VALUES and set operations. For one thread. */
final class QueryParser {

    private static final Set<String> AFTER_QUERY =
            Set.of("union", "intersect", "except", "order", "limit", "offset", "fetch", "for", "on", "returning");

    private final TokenReader tokens;
    private final ExpressionParser expressions;
    private final FromParser from;

    QueryParser(TokenReader tokens) {
        this.tokens = tokens;
        this.expressions = new ExpressionParser(tokens, this);
        this.from = new FromParser(tokens, this, expressions);
    }

    ExpressionParser expressions() {
        return expressions;
    }

    FromParser from() {
        return from;
    }

    /** Whether a query comes next, perhaps in brackets of its own. */
    boolean isNext() {
        int ahead = brackets();
        return beginsQuery(ahead) && (ahead == 0 || endsQuery(afterBracket(ahead)));
    }

    /** Whether a bracket comes next that holds a query by itself, whatever follows it. */
    boolean isBracketed() {
        int ahead = brackets();
        return beginsQuery(ahead) && (ahead == 1 || (ahead > 1 && endsQuery(afterBracket(ahead))));
    }

    private int brackets() {
        int ahead = 0;
        while (tokens.peek(ahead).isSymbol("(")) {
            ahead++;
        }
        return ahead;
    }

    private boolean beginsQuery(int ahead) {
        Token first = tokens.peek(ahead);
        return first.isWord("select")
                || first.isWord("with")
                || (first.isWord("values") && tokens.peek(ahead + 1).isSymbol("("));
    }

    /** The token after the bracket that closes what was opened just before the token {@code ahead}. */
    private Token afterBracket(int ahead) {
        int depth = 1;
        int at = ahead;
        for (; depth > 0 && tokens.peek(at).kind() != Kind.END; at++) {
            depth += tokens.peek(at).isSymbol("(") ? 1 : tokens.peek(at).isSymbol(")") ? -1 : 0;
        }
        return tokens.peek(at);
    }

    /** Whether brackets before this token held a query by itself, not a value in a longer expression. */
    private static boolean endsQuery(Token next) {
        return next.kind() == Kind.END
                || next.isSymbol(")")
                || (next.kind() == Kind.WORD && AFTER_QUERY.contains(next.text()));
    }

    QueryTree query() {
        int at = tokens.at();
        boolean recursive = tokens.areWords("with", "recursive");
        List<CommonTable> with = with();
        return query(at, recursive, with);
    }

    QueryTree query(int at, boolean recursive, List<CommonTable> with) {
        Body body = body(1);
        List<Node.Sorting> order = expressions.sortings();
        Node limit = null;
        Node offset = null;
        for (boolean more = true; more; ) {
            if (limit == null && tokens.accept("limit")) {
                limit = tokens.accept("all") ? null : expressions.expression();
            } else if (offset == null && tokens.accept("offset")) {
                offset = expressions.expression();
                if (!tokens.accept("rows")) {
                    tokens.accept("row");
                }
            } else if (limit == null && tokens.isWord("fetch")) {
                limit = fetch();
            } else {
                more = false;
            }
        }
        return new QueryTree(at, recursive, with, body, order, limit, offset, locking());
    }

    private Node fetch() {
        tokens.take();
        if (!tokens.accept("first")) {
            tokens.expect("next");
        }
        Node limit = tokens.isWord("row") || tokens.isWord("rows")
                ? new Node.Constant(tokens.at(), Node.Constant.Kind.NUMBER, "1")
                : expressions.expression();
        if (!tokens.accept("rows")) {
            tokens.expect("row");
        }
        if (!tokens.accept("only")) {
            throw tokens.unexpected("FETCH ends with ONLY; WITH TIES is not understood");
        }
        return limit;
    }

    private @Nullable String locking() {
        if (!tokens.isWord("for")) {
            return null;
        }
        int start = tokens.at();
        while (tokens.peek().kind() == Kind.WORD || tokens.isSymbol(",") || tokens.isSymbol(".")) {
            tokens.take();
        }
        return tokens.written(start, tokens.end());
    }

    /** WITH and its tables, if it comes next. */
    List<CommonTable> with() {
        List<CommonTable> tables = new ArrayList<>();
        if (tokens.accept("with")) {
            tokens.accept("recursive");
            do {
                tables.add(commonTable());
            } while (tokens.acceptSymbol(","));
        }
        return tables;
    }

    private CommonTable commonTable() {
        int at = tokens.at();
        Name name = tokens.name();
        List<Name> columns = tokens.isSymbol("(") ? tokens.bracketedNames() : List.of();
        tokens.expect("as");
        Boolean materialized = tokens.accept("materialized")
                ? Boolean.TRUE
                : tokens.accept("not", "materialized") ? Boolean.FALSE : null;
        tokens.expectSymbol("(");
        if (!isNext()) {
            throw tokens.unexpected(
                    "a SELECT is missing; a statement that writes is not translated inside WITH: write two statements");
        }
        QueryTree query = query();
        tokens.expectSymbol(")");
        return new CommonTable(at, name, columns, materialized, query);
    }

    /** INTERSECT (rank 2) binds tighter than UNION and EXCEPT (rank 1). */
    private Body body(int rank) {
        Body left = rank == 2 ? simple() : body(2);
        while (isSetOperator(rank)) {
            Token operator = tokens.take();
            boolean all = tokens.accept("all");
            if (!all) {
                tokens.accept("distinct");
            }
            Body right = rank == 2 ? simple() : body(2);
            left = new QueryTree.SetOperation(operator.start(), operator.text(), all, left, right);
        }
        return left;
    }

    private boolean isSetOperator(int rank) {
        return rank == 2 ? tokens.isWord("intersect") : tokens.isWord("union") || tokens.isWord("except");
    }

    private Body simple() {
        int at = tokens.at();
        if (tokens.acceptSymbol("(")) {
            QueryTree query = query();
            tokens.expectSymbol(")");
            return query.isPlain() ? query.body() : new QueryTree.Nested(at, query);
        }
        if (tokens.accept("values")) {
            return new QueryTree.Values(at, rows());
        }
        tokens.expect("select");
        return select(at);
    }

    private List<List<Node>> rows() {
        List<List<Node>> rows = new ArrayList<>();
        do {
            tokens.expectSymbol("(");
            rows.add(values());
            tokens.expectSymbol(")");
        } while (tokens.acceptSymbol(","));
        return rows;
    }

    /** Expressions, where a plain DEFAULT may stand too (in INSERT). */
    private List<Node> values() {
        List<Node> values = new ArrayList<>();
        do {
            values.add(StatementParser.valueOrDefault(tokens, expressions));
        } while (tokens.acceptSymbol(","));
        return values;
    }

    private Body select(int at) {
        boolean distinct = tokens.accept("distinct");
        List<Node> distinctOn = List.of();
        if (distinct && tokens.accept("on")) {
            tokens.expectSymbol("(");
            distinctOn = expressions.list();
            tokens.expectSymbol(")");
        } else if (!distinct) {
            tokens.accept("all");
        }
        List<Item> items = items();
        if (tokens.isWord("into")) {
            throw tokens.unexpected("SELECT INTO is not understood; write CREATE TABLE and INSERT");
        }
        List<QueryTree.Relation> relations = tokens.accept("from") ? from.relations() : List.of();
        Node where = tokens.accept("where") ? expressions.expression() : null;
        List<Node> groupBy = tokens.accept("group", "by") ? expressions.list() : List.of();
        Node having = tokens.accept("having") ? expressions.expression() : null;
        return new QueryTree.Select(at, distinct, distinctOn, items, relations, where, groupBy, having, windows());
    }

    private List<NamedWindow> windows() {
        List<NamedWindow> windows = new ArrayList<>();
        if (tokens.accept("window")) {
            do {
                Name name = tokens.name();
                tokens.expect("as");
                windows.add(new NamedWindow(name, expressions.window()));
            } while (tokens.acceptSymbol(","));
        }
        return windows;
    }

    /** What is selected, or returned. */
    List<Item> items() {
        List<Item> items = new ArrayList<>();
        if (tokens.isWord("from")) {
            return items;
        }
        do {
            items.add(item());
        } while (tokens.acceptSymbol(","));
        return items;
    }

    private Item item() {
        if (tokens.isSymbol("*")) {
            return new Item(new Node.Star(tokens.take().start(), List.of()), null);
        }
        Node value = expressions.expression();
        return new Item(value, alias());
    }

    /** {@code AS name}, or a name by itself. */
    @Nullable
    Name alias() {
        return alias(ReservedWords::mayBeBareAlias);
    }

    /** The same behind a table, where fewer words can follow. */
    @Nullable
    Name tableAlias() {
        return alias(ReservedWords::mayBeTableAlias);
    }

    private @Nullable Name alias(Predicate<String> mayBeBare) {
        if (tokens.accept("as")) {
            return tokens.label();
        }
        Token token = tokens.peek();
        boolean bare = token.kind() == Kind.NAME || (token.kind() == Kind.WORD && mayBeBare.test(token.text()));
        return bare ? tokens.name() : null;
    }
}
