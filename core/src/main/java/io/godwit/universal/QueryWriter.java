package io.godwit.universal;

import io.godwit.dialect.Clause;
import io.godwit.dialect.Term;
import io.godwit.dialect.ValueType;
import io.godwit.schema.Name;
import io.godwit.universal.QueryTree.Body;
import io.godwit.universal.QueryTree.CommonTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes queries as the engine's SQL. For one thread. */
final class QueryWriter {

    private static final Name RESULT = Name.of("result");

    private final Translation translation;
    private final Scope outer;
    private List<ValueType> expected = List.of();
    private boolean inserted;
    private boolean nested;
    /** Whether the SELECT that is written next gives a recursive table its first rows. */
    private boolean first;

    QueryWriter(Translation translation, Scope outer) {
        this.translation = translation;
        this.outer = outer;
    }

    /** A query's text, and the columns of its rows. */
    record Written(String sql, Columns columns) {}

    /** The same writer for a query whose rows go into columns of these types: string literals become their values. */
    QueryWriter into(List<ValueType> types) {
        expected = List.copyOf(types);
        inserted = true;
        return this;
    }

    /** The same writer for a query that stands inside another. */
    QueryWriter nested() {
        nested = true;
        return this;
    }

    /**
     * Writes a query.
     *
     * @param named whether the names of its columns can be seen, so that each gets PostgreSQL's name
     */
    Written write(QueryTree query, boolean named) {
        if (query.body() instanceof QueryTree.Select select
                && !select.distinctOn().isEmpty()
                && !translation.has(Clause.DISTINCT_ON)
                && translation.has(Clause.WINDOWS)
                && DistinctRows.isPossible(select)) {
            return write(DistinctRows.rewritten(query, select), named);
        }
        Scope scope = new Scope(outer);
        String with = with(query.with(), query.recursive(), query.at(), scope);
        String locking = query.locking();
        if (locking != null) {
            translation.require(Clause.FOR_UPDATE, query.at());
        }
        if (nested && !query.with().isEmpty()) {
            translation.require(Clause.NESTED_WITH, query.at());
        }
        OrderKeys keys = new OrderKeys(translation, query);
        boolean wrapped = keys.areOfWrapped();
        WrittenBody body = body(query.body(), scope, named || wrapped);
        List<String> parts = new ArrayList<>();
        parts.add(with);
        parts.add(
                wrapped
                        ? "SELECT * FROM (" + body.sql() + ") AS "
                                + translation.syntax().name(RESULT)
                        : body.sql());
        parts.add(new ExpressionWriter(translation, body.inside()).order(keys.placed(body.columns(), body.inside())));
        parts.add(limit(query, scope));
        parts.add(locking == null ? "" : locking);
        return new Written(joined(parts), body.columns());
    }

    /** A query whose rows are looked at. */
    String whole(QueryTree query) {
        Written written = write(query, true);
        written.columns().list().forEach(column -> translation.checkShown(column.type()));
        return written.sql();
    }

    private String limit(QueryTree query, Scope scope) {
        Term limit = term(query.limit(), scope);
        Term offset = term(query.offset(), scope);
        return translation.placed(
                query.at(),
                () -> translation.forms().limit(limit, offset, !query.order().isEmpty()));
    }

    private @Nullable Term term(@Nullable Node node, Scope scope) {
        return node == null ? null : new ExpressionWriter(translation, scope).write(node);
    }

    /** {@code WITH …}, or nothing; its tables are known in {@code scope} then. */
    String with(List<CommonTable> tables, boolean recursive, int at, Scope scope) {
        if (tables.isEmpty()) {
            return "";
        }
        if (recursive) {
            translation.require(Clause.RECURSIVE_CTE, at);
        }
        return tables.stream()
                .map(table -> commonTable(table, recursive, scope))
                .collect(Collectors.joining(", ", recursive ? "WITH RECURSIVE " : "WITH ", ""));
    }

    private String commonTable(CommonTable table, boolean recursive, Scope scope) {
        Boolean materialized = table.materialized();
        if (materialized != null) {
            translation.require(Clause.MATERIALIZED_CTE, table.at());
        }
        QueryWriter writer = new QueryWriter(translation, scope).nested();
        if (recursive) {
            Columns columns = firstBranch(table, scope);
            scope.addCommonTable(table.name(), columns);
            writer.first = columns.known();
        }
        Written query = writer.write(table.query(), true);
        scope.addCommonTable(table.name(), query.columns().renamed(table.columns()));
        return translation.syntax().name(table.name())
                + (table.columns().isEmpty() ? "" : " " + names(table.columns()))
                + " AS "
                + (materialized == null ? "" : materialized ? "MATERIALIZED " : "NOT MATERIALIZED ")
                + "(" + query.sql() + ")";
    }

    /** A recursive table has the columns of the first branch of its UNION, which does not name it. */
    private Columns firstBranch(CommonTable table, Scope scope) {
        Body first = table.query().body();
        boolean union = first instanceof QueryTree.SetOperation;
        while (first instanceof QueryTree.SetOperation operation) {
            first = operation.left();
        }
        return union ? body(first, scope, true).columns().renamed(table.columns()) : Columns.UNKNOWN;
    }

    private String names(List<Name> names) {
        return names.stream().map(translation.syntax()::name).collect(Collectors.joining(", ", "(", ")"));
    }

    /** A body's text, its columns, and the scope in which ORDER BY is read. */
    record WrittenBody(String sql, Columns columns, Scope inside) {}

    private WrittenBody body(Body body, Scope scope, boolean named) {
        if (body instanceof QueryTree.Select select) {
            SelectWriter writer = new SelectWriter(translation, new Scope(scope), expected);
            return (first ? writer.first() : writer).write(select, named);
        }
        if (body instanceof QueryTree.Values values) {
            return values(values, scope);
        }
        if (body instanceof QueryTree.Nested nested) {
            QueryWriter writer = new QueryWriter(translation, scope).nested();
            Written inner = (inserted ? writer.into(expected) : writer).write(nested.query(), true);
            return result(bracketed(inner.sql()), inner.columns(), scope);
        }
        return setOperation((QueryTree.SetOperation) body, scope);
    }

    private WrittenBody values(QueryTree.Values values, Scope scope) {
        RowWriter rows = new RowWriter(new ExpressionWriter(translation, scope), translation, expected);
        boolean listed = inserted || translation.has(Clause.VALUES_LIST);
        String text = listed
                ? values.rows().stream().map(rows::write).collect(Collectors.joining(", ", "VALUES ", ""))
                : values.rows().stream().map(rows::select).collect(Collectors.joining(" UNION ALL "));
        return result(text, rows.columns(), scope);
    }

    private WrittenBody setOperation(QueryTree.SetOperation operation, Scope scope) {
        if (operation.all() && !operation.kind().equals("union")) {
            translation.require(
                    operation.kind().equals("except") ? Clause.EXCEPT_ALL : Clause.INTERSECT_ALL, operation.at());
        }
        WrittenBody left = body(operation.left(), scope, true);
        first = false;
        WrittenBody right = body(operation.right(), scope, true);
        boolean flat = !(operation.right() instanceof QueryTree.SetOperation);
        String word = operation.kind().toUpperCase(Locale.ROOT) + (operation.all() ? " ALL " : " ");
        String text = left.sql() + " " + word + (flat ? right.sql() : bracketed(right.sql()));
        new SetOperationCheck(translation).check(operation, left.columns(), right.columns());
        return result(text, SetOperationCheck.common(left.columns(), right.columns()), scope);
    }

    /** A query as an operand of UNION: engines differ in whether brackets may stand there. */
    private String bracketed(String query) {
        return translation.passesUnknown() ? "(" + query + ")" : "SELECT * FROM (" + query + ") AS nested";
    }

    /** ORDER BY of what is no plain SELECT names its columns only. */
    private static WrittenBody result(String sql, Columns columns, Scope scope) {
        Scope inside = new Scope(scope);
        inside.add(RESULT, columns);
        return new WrittenBody(sql, columns, inside);
    }

    static String joined(List<String> parts) {
        return parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
    }
}
