package io.godwit.universal;

import io.godwit.dialect.Clause;
import io.godwit.dialect.ValueType;
import io.godwit.schema.Name;
import io.godwit.universal.QueryTree.Derived;
import io.godwit.universal.QueryTree.Item;
import io.godwit.universal.QueryTree.Select;
import io.godwit.universal.StatementTree.Conflict;
import io.godwit.universal.StatementTree.Insert;
import io.godwit.universal.StatementTree.With;
import java.util.ArrayList;
import java.util.List;

/**
 * ON CONFLICT for engines that have it too, but not all that PostgreSQL does along with it.
 *
 * @param translation whose text it is
 * @param insert the statement
 * @param conflict its ON CONFLICT
 * @param rows what it inserts
 * @param with common tables before it, where they are not in the rows' query
 */
record ConflictInsert(Translation translation, Insert insert, Conflict conflict, ProposedRows rows, With with) {

    private static final Name SOURCE = Name.of("godwit_source");
    private static final Name COUNTED = Name.of("godwit_counted");
    private static final Name COUNT = Name.of("godwit_count");

    /** The statement with what it needs. */
    Insert written(List<List<Name>> keys) {
        boolean mayRepeat = !conflict.assignments().isEmpty()
                && keys.stream().anyMatch(key -> ConflictCheck.values(rows, key) != KeyValues.DIFFER);
        if (mayRepeat) {
            return with(counted(keys.get(0)));
        }
        boolean listed = rows.hasDefaults() && !translation.has(Clause.DEFAULT_VALUE);
        boolean all = insert.columns().isEmpty() && !rows.rows().isEmpty();
        return listed || all ? with(rows.values(rows.rows())) : insert;
    }

    private Insert with(QueryTree query) {
        return new Insert(
                with, insert.target(), rows.columns(), insert.overriding(), query, conflict, insert.returning());
    }

    /** The rows, unless two have the same key: PostgreSQL does not change a row a second time, and fails. */
    private QueryTree counted(List<Name> key) {
        int at = conflict.at();
        List<Item> items = new ArrayList<>();
        List<Item> shown = new ArrayList<>();
        for (Name column : rows.columns()) {
            items.add(new Item(Node.ColumnReference.of(at, SOURCE, column), column));
            shown.add(new Item(Node.ColumnReference.of(at, COUNTED, column), null));
        }
        items.add(new Item(count(key), COUNT));
        Derived counted = new Derived(
                at, false, QueryTree.of(Select.of(at, items, rows.relation(SOURCE), null)), COUNTED, List.of());
        String once = translation.forms().once(translation.syntax().name(COUNT));
        return QueryTree.of(Select.of(at, shown, counted, new Node.Written(at, once, ValueType.BOOLEAN)));
    }

    /** How many rows have the key; NULL is nobody's. */
    private Node count(List<Name> key) {
        int at = conflict.at();
        List<Node> partition = key.stream()
                .map(part -> rows.compared(Node.ColumnReference.of(at, SOURCE, part), part))
                .toList();
        Node one = new Node.Constant(at, Node.Constant.Kind.NUMBER, "1");
        Node.Window window = new Node.Window(at, null, true, partition, List.of(), null);
        Node count = new Node.FunctionCall(at, List.of(), "count", List.of(one), false, List.of(), null, window);
        Node none = partition.stream()
                .<Node>map(part -> Node.Operation.of(at, "is null", part))
                .reduce((left, right) -> Node.Operation.of(at, "or", left, right))
                .orElseThrow();
        return new Node.Choice(at, null, List.of(new Node.Branch(none, one)), count);
    }
}
