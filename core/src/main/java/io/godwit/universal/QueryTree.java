package io.godwit.universal;

import io.godwit.schema.Name;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query with all that may stand around its body; {@code limit} and {@code offset} are null for none.
 *
 * @param at where it begins
 * @param recursive WITH RECURSIVE
 * @param with common tables
 * @param body what it selects
 * @param order keys of its order
 * @param limit how many rows
 * @param offset how many rows to leave out first
 * @param locking {@code FOR UPDATE} and the like; null for none
 */
record QueryTree(
        int at,
        boolean recursive,
        List<CommonTable> with,
        Body body,
        List<Node.Sorting> order,
        @Nullable Node limit,
        @Nullable Node offset,
        @Nullable String locking) {

    /** A query that is nothing but its body. */
    static QueryTree of(Body body) {
        return new QueryTree(body.at(), false, List.of(), body, List.of(), null, null, null);
    }

    /** How many columns its rows have, where the text says so; else {@code unknown}. */
    int width(int unknown) {
        if (body instanceof Values values) {
            return values.rows().get(0).size();
        }
        boolean listed = body instanceof Select select
                && select.items().stream().noneMatch(item -> item.value() instanceof Node.Star);
        return listed ? ((Select) body).items().size() : unknown;
    }

    /** The same with other common tables. */
    QueryTree withTables(boolean all, List<CommonTable> tables) {
        return new QueryTree(at, all, tables, body, order, limit, offset, locking);
    }

    /** The same with another body. */
    QueryTree withBody(Body other) {
        return new QueryTree(at, recursive, with, other, order, limit, offset, locking);
    }

    /** Whether it is one SELECT and nothing else, so that brackets around it say nothing. */
    boolean isPlain() {
        return body instanceof Select select
                && select.distinctOn().isEmpty()
                && with.isEmpty()
                && order.isEmpty()
                && limit == null
                && offset == null
                && locking == null;
    }

    /** What stands between WITH and ORDER BY. */
    sealed interface Body {
        int at();
    }

    /** One SELECT; {@code where} and {@code having} are null for none, {@code distinctOn} is empty without ON. */
    record Select(
            int at,
            boolean distinct,
            List<Node> distinctOn,
            List<Item> items,
            List<Relation> from,
            @Nullable Node where,
            List<Node> groupBy,
            @Nullable Node having,
            List<NamedWindow> windows)
            implements Body {

        /** A SELECT without groups. */
        static Select of(int at, List<Item> items, Relation from, @Nullable Node where) {
            return new Select(at, false, List.of(), items, List.of(from), where, List.of(), null, List.of());
        }

        /** The same of the rows that meet a condition. */
        Select withWhere(Node condition) {
            return new Select(at, distinct, distinctOn, items, from, condition, groupBy, having, windows);
        }

        /** The same that selects other things. */
        Select withItems(List<Item> others) {
            return new Select(at, distinct, distinctOn, others, from, where, groupBy, having, windows);
        }
    }

    /** UNION, INTERSECT or EXCEPT. */
    record SetOperation(int at, String kind, boolean all, Body left, Body right) implements Body {}

    /** VALUES. */
    record Values(int at, List<List<Node>> rows) implements Body {}

    /** A query in brackets as a part of a set operation. */
    record Nested(int at, QueryTree query) implements Body {}

    /** One thing selected; the alias is null for none. */
    record Item(Node value, @Nullable Name alias) {}

    record NamedWindow(Name name, Node.Window window) {}

    /** {@code name (columns) AS (query)}; {@code materialized} is null if the author did not say. */
    record CommonTable(
            int at, Name name, List<Name> columns, @Nullable Boolean materialized, QueryTree query) {}

    /** What stands in FROM. */
    sealed interface Relation {
        int at();
    }

    /** A table or view. */
    record Table(
            int at,
            List<Name> qualifiers,
            Name name,
            @Nullable Name alias,
            List<Name> columns) implements Relation {}

    /** A query in brackets. */
    record Derived(
            int at,
            boolean lateral,
            QueryTree query,
            @Nullable Name alias,
            List<Name> columns) implements Relation {}

    /** A function that gives rows. */
    record Rows(
            int at,
            boolean lateral,
            Node.FunctionCall call,
            @Nullable Name alias,
            List<Name> columns) implements Relation {}

    /** A join; {@code kind} is {@code inner}, {@code left}, {@code right}, {@code full} or {@code cross}. */
    record Join(
            int at,
            String kind,
            boolean natural,
            Relation left,
            Relation right,
            @Nullable Node on,
            List<Name> using) implements Relation {}
}
