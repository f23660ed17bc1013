package io.godwit.universal;

import io.godwit.dialect.Clause;
import io.godwit.schema.Name;
import io.godwit.universal.Node.Sorting;
import io.godwit.universal.QueryTree.Item;
import io.godwit.universal.QueryTree.Select;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The keys of a query's ORDER BY as the engine wants them: names, positions, or the expressions that they stand for. Immutable. */
record OrderKeys(Translation translation, QueryTree query) {

    /** Where keys become expressions, only a plain SELECT can hold them; any other query is selected from. */
    boolean areOfWrapped() {
        boolean plain = query.body() instanceof Select select && !select.distinct();
        boolean asked = !query.order().isEmpty() || query.limit() != null || query.offset() != null;
        return asked && !plain && !translation.has(Clause.OUTPUT_KEYS);
    }

    /**
     * The keys.
     *
     * @param columns of the query's body
     * @param inside what ORDER BY sees
     */
    List<Sorting> of(Columns columns, Scope inside) {
        return translation.has(Clause.OUTPUT_KEYS_FIRST)
                ? query.order()
                : query.order().stream()
                        .map(sorting -> new Sorting(
                                key(sorting.key(), columns, inside), sorting.descending(), sorting.nullsFirst()))
                        .toList();
    }

    /** The same, where a column of the result that is an enumeration is what it stands for: its values are ordered by their places. */
    List<Sorting> placed(Columns columns, Scope inside) {
        return of(columns, inside).stream()
                .map(sorting ->
                        new Sorting(placed(sorting.key(), columns, inside), sorting.descending(), sorting.nullsFirst()))
                .toList();
    }

    private Node placed(Node key, Columns columns, Scope inside) {
        Select select = query.body() instanceof Select plain ? plain : null;
        Item item = select == null ? null : new OutputKeys(translation, select).item(key);
        Node value = item == null ? key : item.value();
        if (!isEnumeration(value, columns, inside)) {
            return key;
        }
        if (select == null || select.distinct()) {
            throw translation.unsupported(
                    key.at(),
                    "ORDER BY an enumeration of DISTINCT rows or of several SELECTs",
                    "its values are kept as texts, whose order is another",
                    "a SELECT from these rows that orders them");
        }
        return value;
    }

    private boolean isEnumeration(Node value, Columns columns, Scope inside) {
        if (value instanceof Node.Constant constant && constant.kind() == Node.Constant.Kind.NUMBER) {
            int index = OutputKeys.position(constant.value());
            return index > 0
                    && index <= columns.list().size()
                    && !columns.list().get(index - 1).type().order().isEmpty();
        }
        return value instanceof Node.ColumnReference column
                && !new ColumnWriter(translation, inside)
                        .write(column)
                        .type()
                        .order()
                        .isEmpty();
    }

    private Node key(Node key, Columns columns, Scope inside) {
        if (query.body() instanceof Select select && !areOfWrapped()) {
            OutputKeys outputs = new OutputKeys(translation, select);
            return translation.has(Clause.OUTPUT_KEYS) ? named(outputs.item(key), key, inside) : outputs.order(key);
        }
        boolean position = key instanceof Node.Constant constant && constant.kind() == Node.Constant.Kind.NUMBER;
        int index = position ? OutputKeys.position(((Node.Constant) key).value()) : 0;
        return index > 0 && index <= columns.list().size()
                ? column(key, columns.list().get(index - 1).name())
                : key;
    }

    /** By its name where that is no column's too; the engine would take that one. */
    private static Node named(@Nullable Item item, Node key, Scope inside) {
        if (item == null) {
            return key;
        }
        Name alias = item.alias();
        boolean named = alias != null && !(item.value() instanceof Node.ColumnReference) && !inside.hides(alias);
        return named ? column(key, alias) : OutputKeys.expression(item, key);
    }

    private static Node column(Node key, Name name) {
        return new Node.ColumnReference(key.at(), List.of(), name);
    }
}
