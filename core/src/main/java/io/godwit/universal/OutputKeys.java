package io.godwit.universal;

import io.godwit.dialect.Clause;
import io.godwit.schema.Name;
import io.godwit.universal.Node.Constant;
import io.godwit.universal.QueryTree.Item;
import io.godwit.universal.QueryTree.Select;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keys of ORDER BY and GROUP BY that mean a column of the result: its position, or its name. Where the engine wants the expression
 * itself there, they become that. Immutable.
 */
record OutputKeys(Translation translation, Select select) {

    /** A key of ORDER BY: a name means the result's column first. */
    Node order(Node key) {
        Item item = translation.has(Clause.OUTPUT_KEYS) ? null : item(key);
        return item == null ? key : expression(item, key);
    }

    /** What is selected; a number must not become a position. */
    static Node expression(Item item, Node key) {
        return item.value() instanceof Constant ? new Node.Brackets(key.at(), item.value()) : item.value();
    }

    /** A key of GROUP BY: a name means a column of the tables first. */
    Node group(Node key, Scope tables) {
        return key instanceof Node.ColumnReference && !isOutput(key, tables) ? key : order(key);
    }

    /** Whether a key of GROUP BY is the name of what is selected. */
    boolean isOutput(Node key, Scope tables) {
        return key instanceof Node.ColumnReference column
                && column.qualifiers().isEmpty()
                && tables.column(column.name()) == null
                && named(column.name()) != null;
    }

    /** What is selected under this name or position; null if the key is an expression. */
    @Nullable
    Item item(Node key) {
        if (key instanceof Constant constant && constant.kind() == Constant.Kind.NUMBER) {
            return positioned(select, constant.value());
        }
        if (key instanceof Node.ColumnReference column && column.qualifiers().isEmpty()) {
            return named(column.name());
        }
        return null;
    }

    /** The item at a position; null if there is none, or nobody can count them. */
    static @Nullable Item positioned(QueryTree.Select select, String digits) {
        List<Item> items = select.items();
        boolean counts = items.stream().noneMatch(item -> item.value() instanceof Node.Star);
        int position = counts ? position(digits) : 0;
        return position > 0 && position <= items.size() ? items.get(position - 1) : null;
    }

    /** A position; 0 for what cannot be one. */
    static int position(String digits) {
        return digits.matches("[0-9]{1,4}") ? Integer.parseInt(digits) : 0;
    }

    private @Nullable Item named(Name name) {
        return select.items().stream()
                .filter(item -> !(item.value() instanceof Node.Star)
                        && OutputName.of(item).equals(name))
                .findFirst()
                .orElse(null);
    }
}
