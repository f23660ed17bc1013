package io.godwit.universal;

import io.godwit.schema.Name;
import io.godwit.universal.Node.ColumnReference;
import io.godwit.universal.Node.Constant;
import io.godwit.universal.Node.Sorting;
import io.godwit.universal.QueryTree.Item;
import io.godwit.universal.QueryTree.Select;
import java.util.ArrayList;
import java.util.List;

/** DISTINCT ON as a query that numbers the rows of each group and keeps the first, for engines that have only that. */
final class DistinctRows {

    private static final Name NUMBERED = Name.of("godwit_numbered");
    private static final Name ROW = Name.of("godwit_row");

    private final QueryTree query;
    private final Select select;
    private final List<Sorting> order = new ArrayList<>();

    private DistinctRows(QueryTree query, Select select) {
        this.query = query;
        this.select = select;
        query.order()
                .forEach(sorting ->
                        order.add(new Sorting(key(sorting.key()), sorting.descending(), sorting.nullsFirst())));
    }

    /** Whether the rewriting can be done: every column must be named. */
    static boolean isPossible(Select select) {
        return select.items().stream().noneMatch(item -> item.value() instanceof Node.Star);
    }

    /** The query without DISTINCT ON. */
    static QueryTree rewritten(QueryTree query, Select select) {
        return new DistinctRows(query, select).rewritten();
    }

    /** What a key of ORDER BY stands for: the name or the number of what is selected, or itself. */
    private Node key(Node key) {
        if (key instanceof Constant constant && constant.kind() == Constant.Kind.NUMBER) {
            int position = Integer.parseInt(constant.value());
            return select.items().get(position - 1).value();
        }
        if (key instanceof ColumnReference column && column.qualifiers().isEmpty()) {
            for (Item item : select.items()) {
                if (column.name().equals(item.alias())) {
                    return item.value();
                }
            }
        }
        return key;
    }

    private QueryTree rewritten() {
        int at = select.at();
        List<Item> items = new ArrayList<>();
        List<Item> shown = new ArrayList<>();
        for (Item item : select.items()) {
            Name name = Name.of("godwit_" + (items.size() + 1));
            items.add(new Item(item.value(), name));
            shown.add(new Item(column(at, name), OutputName.of(item)));
        }
        List<Sorting> outer = new ArrayList<>();
        for (Sorting sorting : order) {
            Name name = Name.of("godwit_order_" + (outer.size() + 1));
            items.add(new Item(sorting.key(), name));
            outer.add(new Sorting(column(at, name), sorting.descending(), sorting.nullsFirst()));
        }
        items.add(new Item(number(at), ROW));
        return new QueryTree(
                query.at(),
                query.recursive(),
                query.with(),
                first(at, shown, numbered(at, items)),
                outer,
                query.limit(),
                query.offset(),
                query.locking());
    }

    private QueryTree numbered(int at, List<Item> items) {
        Select all = new Select(
                at,
                false,
                List.of(),
                items,
                select.from(),
                select.where(),
                select.groupBy(),
                select.having(),
                select.windows());
        return new QueryTree(at, false, List.of(), all, List.of(), null, null, null);
    }

    private static Select first(int at, List<Item> shown, QueryTree numbered) {
        Constant one = new Constant(at, Constant.Kind.NUMBER, "1");
        Node first = new Node.Operation(at, "=", List.of(column(at, ROW), one));
        QueryTree.Derived from = new QueryTree.Derived(at, false, numbered, NUMBERED, List.of());
        return new Select(at, false, List.of(), shown, List.of(from), first, List.of(), null, List.of());
    }

    private Node number(int at) {
        Node.Window window = new Node.Window(at, null, true, select.distinctOn(), order, null);
        return new Node.FunctionCall(at, List.of(), "row_number", List.of(), false, List.of(), null, window);
    }

    private static Node column(int at, Name name) {
        return new ColumnReference(at, List.of(), name);
    }
}
