package io.godwit.universal;

import io.godwit.schema.Name;
import io.godwit.universal.QueryTree.Item;
import io.godwit.universal.StatementTree.Assignment;
import io.godwit.universal.StatementTree.Conflict;
import io.godwit.universal.StatementTree.With;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads SELECT, INSERT, UPDATE and DELETE. For one thread. */
final class StatementParser {

    /** The operation that stands for a plain DEFAULT among values. */
    static final String DEFAULT = "default";

    private final TokenReader tokens;
    private final QueryParser queries;
    private final ExpressionParser expressions;

    StatementParser(Source source) {
        this.tokens = new TokenReader(source);
        this.queries = new QueryParser(tokens);
        this.expressions = queries.expressions();
    }

    /** A text that is one expression and nothing else. */
    Node wholeExpression() {
        Node expression = expressions.expression();
        tokens.expectEnd();
        return expression;
    }

    /** A text that is one query and nothing else. */
    QueryTree wholeQuery() {
        QueryTree query = queries.query();
        tokens.expectEnd();
        return query;
    }

    /** Whether the text begins as a statement that this class reads. */
    boolean isNext() {
        return queries.isNext() || tokens.isWord("insert") || tokens.isWord("update") || tokens.isWord("delete");
    }

    /** The first word of the text, for messages. */
    String firstWord() {
        return tokens.peek().text();
    }

    StatementTree wholeStatement() {
        int at = tokens.at();
        boolean recursive = tokens.areWords("with", "recursive");
        With with = new With(at, recursive, queries.with());
        StatementTree statement;
        if (tokens.accept("insert", "into")) {
            statement = insert(with);
        } else if (tokens.accept("update")) {
            statement = update(with);
        } else if (tokens.accept("delete", "from")) {
            statement = delete(with);
        } else {
            statement = new StatementTree.Query(queries.query(at, recursive, with.tables()));
        }
        tokens.acceptSymbol(";");
        tokens.expectEnd();
        return statement;
    }

    static Node valueOrDefault(TokenReader tokens, ExpressionParser expressions) {
        int at = tokens.at();
        return tokens.accept("default") ? new Node.Operation(at, DEFAULT, List.of()) : expressions.expression();
    }

    private StatementTree insert(With with) {
        int at = tokens.at();
        List<Name> names = new ArrayList<>(tokens.dottedNames());
        Name name = names.remove(names.size() - 1);
        Name alias = tokens.accept("as") ? tokens.name() : null;
        QueryTree.Table target = new QueryTree.Table(at, names, name, alias, List.of());
        List<Name> columns = tokens.isSymbol("(") && !queries.isNext() ? tokens.bracketedNames() : List.of();
        String overriding = null;
        if (tokens.accept("overriding")) {
            overriding = tokens.label().text();
            tokens.expect("value");
        }
        QueryTree query = tokens.accept("default", "values") ? null : queries.query();
        return new StatementTree.Insert(with, target, columns, overriding, query, conflict(), returning());
    }

    private @Nullable Conflict conflict() {
        int at = tokens.at();
        if (!tokens.accept("on", "conflict")) {
            return null;
        }
        List<Node.Sorting> target = new ArrayList<>();
        Node targetWhere = null;
        Name constraint = null;
        if (tokens.accept("on", "constraint")) {
            constraint = tokens.name();
        } else if (tokens.acceptSymbol("(")) {
            do {
                target.add(new Node.Sorting(expressions.expression(), false, null));
            } while (tokens.acceptSymbol(","));
            tokens.expectSymbol(")");
            targetWhere = where();
        }
        tokens.expect("do");
        if (tokens.accept("nothing")) {
            return new Conflict(at, target, targetWhere, constraint, List.of(), null);
        }
        tokens.expect("update");
        tokens.expect("set");
        List<Assignment> assignments = assignments();
        return new Conflict(at, target, targetWhere, constraint, assignments, where());
    }

    private StatementTree update(With with) {
        QueryTree.Table target = queries.from().target();
        tokens.expect("set");
        List<Assignment> assignments = assignments();
        List<QueryTree.Relation> from = tokens.accept("from") ? queries.from().relations() : List.of();
        Node where = where();
        return new StatementTree.Update(with, target, assignments, from, where, returning());
    }

    private StatementTree delete(With with) {
        QueryTree.Table target = queries.from().target();
        List<QueryTree.Relation> using = tokens.accept("using") ? queries.from().relations() : List.of();
        Node where = where();
        return new StatementTree.Delete(with, target, using, where, returning());
    }

    private @Nullable Node where() {
        return tokens.accept("where") ? expressions.expression() : null;
    }

    private List<Item> returning() {
        return tokens.accept("returning") ? queries.items() : List.of();
    }

    private List<Assignment> assignments() {
        List<Assignment> assignments = new ArrayList<>();
        do {
            int at = tokens.at();
            List<Name> columns = tokens.isSymbol("(") ? tokens.bracketedNames() : List.of(tokens.name());
            tokens.expectSymbol("=");
            if (columns.size() > 1 && isListNext()) {
                assignments.addAll(listed(at, columns));
            } else {
                assignments.add(new Assignment(at, columns, valueOrDefault(tokens, expressions)));
            }
        } while (tokens.acceptSymbol(","));
        return assignments;
    }

    /** Whether {@code (…)} or {@code ROW(…)} comes next, and no query. */
    private boolean isListNext() {
        int opening = tokens.isWord("row") ? 1 : 0;
        Token inner = tokens.peek(opening + 1);
        boolean query = inner.isWord("select") || inner.isWord("with") || inner.isWord("values");
        return tokens.peek(opening).isSymbol("(") && !query;
    }

    /** {@code (a, b) = (1, 2)} says the same as two assignments. */
    private List<Assignment> listed(int at, List<Name> columns) {
        tokens.accept("row");
        tokens.expectSymbol("(");
        List<Assignment> assignments = new ArrayList<>();
        for (Name column : columns) {
            if (!assignments.isEmpty()) {
                tokens.expectSymbol(",");
            }
            assignments.add(new Assignment(at, List.of(column), valueOrDefault(tokens, expressions)));
        }
        tokens.expectSymbol(")");
        return assignments;
    }
}
