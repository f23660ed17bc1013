package io.godwit.universal;

import io.godwit.schema.Name;
import io.godwit.universal.QueryTree.Relation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what stands after FROM. For one thread. */
final class FromParser {

    private final TokenReader tokens;
    private final QueryParser queries;
    private final ExpressionParser expressions;

    FromParser(TokenReader tokens, QueryParser queries, ExpressionParser expressions) {
        this.tokens = tokens;
        this.queries = queries;
        this.expressions = expressions;
    }

    List<Relation> relations() {
        List<Relation> relations = new ArrayList<>();
        do {
            relations.add(joined());
        } while (tokens.acceptSymbol(","));
        return relations;
    }

    private Relation joined() {
        Relation left = simple();
        while (true) {
            int at = tokens.at();
            boolean natural = tokens.accept("natural");
            String kind = joinKind();
            if (kind == null) {
                if (natural) {
                    throw tokens.unexpected("JOIN is missing");
                }
                return left;
            }
            Relation right = simple();
            left = condition(at, kind, natural, left, right);
        }
    }

    private Relation condition(int at, String kind, boolean natural, Relation left, Relation right) {
        if (!kind.equals("cross") && !natural) {
            if (tokens.accept("on")) {
                Node on = expressions.expression();
                return new QueryTree.Join(at, kind, false, left, right, on, List.of());
            }
            tokens.expect("using");
            return new QueryTree.Join(at, kind, false, left, right, null, tokens.bracketedNames());
        }
        return new QueryTree.Join(at, kind, natural, left, right, null, List.of());
    }

    private @Nullable String joinKind() {
        if (tokens.accept("join") || tokens.accept("inner", "join")) {
            return "inner";
        }
        if (tokens.accept("cross", "join")) {
            return "cross";
        }
        for (String side : List.of("left", "right", "full")) {
            if (tokens.accept(side, "join") || tokens.accept(side, "outer", "join")) {
                return side;
            }
        }
        return null;
    }

    private Relation simple() {
        int at = tokens.at();
        boolean lateral = tokens.accept("lateral");
        if (tokens.isSymbol("(")) {
            return queries.isBracketed() ? derived(at, lateral) : bracketed();
        }
        if (tokens.isWord("only")) {
            throw tokens.unexpected("ONLY is not understood; Godwit knows no inheritance");
        }
        Token first = tokens.peek();
        boolean call = tokens.peek(1).isSymbol("(") && first.kind() == Token.Kind.WORD;
        if (call || lateral) {
            return rows(at, lateral);
        }
        List<Name> names = new ArrayList<>(tokens.dottedNames());
        Name name = names.remove(names.size() - 1);
        Name alias = queries.tableAlias();
        return new QueryTree.Table(at, names, name, alias, columns(alias));
    }

    /** A table that a statement changes: its name and alias. */
    QueryTree.Table target() {
        int at = tokens.at();
        List<Name> names = new ArrayList<>(tokens.dottedNames());
        Name name = names.remove(names.size() - 1);
        return new QueryTree.Table(at, names, name, queries.tableAlias(), List.of());
    }

    private Relation bracketed() {
        tokens.expectSymbol("(");
        Relation inner = joined();
        tokens.expectSymbol(")");
        return inner;
    }

    private Relation derived(int at, boolean lateral) {
        tokens.expectSymbol("(");
        QueryTree query = queries.query();
        tokens.expectSymbol(")");
        Name alias = queries.tableAlias();
        return new QueryTree.Derived(at, lateral, query, alias, columns(alias));
    }

    private Relation rows(int at, boolean lateral) {
        Node call = expressions.expression();
        if (!(call instanceof Node.FunctionCall function)) {
            throw tokens.invalid(at, "a function is missing");
        }
        Name alias = queries.tableAlias();
        return new QueryTree.Rows(at, lateral, function, alias, columns(alias));
    }

    private List<Name> columns(@Nullable Name alias) {
        return alias != null && tokens.isSymbol("(") ? tokens.bracketedNames() : List.of();
    }
}
