package io.godwit.universal;

import io.godwit.dialect.ValueType;
import io.godwit.schema.Column;
import io.godwit.schema.ColumnType;
import io.godwit.schema.Name;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.universal.QueryTree.Item;
import io.godwit.universal.QueryTree.Select;
import io.godwit.universal.QueryTree.Values;
import io.godwit.universal.StatementTree.Assignment;
import io.godwit.universal.StatementTree.Insert;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows that an INSERT would insert, with the types and the defaults of its table's columns. For one thread.
 *
 * <p>Those of VALUES are kept one by one, without the columns in which every row has DEFAULT; others stay a query.
 */
final class ProposedRows {

    private static final Name SOURCE = Name.of("godwit_source");

    private final Translation translation;
    private final TableName name;
    private final @Nullable Table table;
    private final int at;
    private final List<Name> columns = new ArrayList<>();
    private final Map<Name, Node> omitted = new LinkedHashMap<>();
    private final List<List<Node>> rows = new ArrayList<>();
    private final QueryTree query;
    private boolean defaults;

    ProposedRows(Translation translation, TableName name, Insert insert, QueryTree query) {
        this.translation = translation;
        this.name = name;
        this.table = translation.schema().table(name).orElse(null);
        this.at = query.body().at();
        this.query = query;
        List<Name> listed = listed(insert);
        if (query.body() instanceof Values values && query.limit() == null && query.offset() == null) {
            take(values, listed);
        } else {
            columns.addAll(listed);
        }
    }

    private List<Name> listed(Insert insert) {
        if (!insert.columns().isEmpty()) {
            return insert.columns();
        }
        if (table == null) {
            throw translation.unsupported(
                    insert.target().at(),
                    "ON CONFLICT without a list of the columns to insert",
                    "the columns of " + name + " are not known here",
                    "INSERT INTO " + name + " (columns)");
        }
        List<Name> all = table.columns().stream().map(Column::name).toList();
        int given = query.width(all.size());
        return all.subList(0, Math.min(given, all.size()));
    }

    private static long stars(Select select) {
        return select.items().stream()
                .filter(item -> item.value() instanceof Node.Star)
                .count();
    }

    private void take(Values values, List<Name> listed) {
        for (List<Node> row : values.rows()) {
            if (row.size() != listed.size()) {
                throw translation.source().invalid(at, "a row here has not as many values as there are columns");
            }
            rows.add(new ArrayList<>());
        }
        for (int index = 0; index < listed.size(); index++) {
            Name column = listed.get(index);
            int place = index;
            List<Node> given = values.rows().stream().map(row -> row.get(place)).toList();
            defaults |= given.stream().anyMatch(ProposedRows::isDefault);
            if (given.stream().allMatch(ProposedRows::isDefault)) {
                continue;
            }
            columns.add(column);
            for (int row = 0; row < given.size(); row++) {
                Node node = given.get(row);
                rows.get(row).add(assigned(isDefault(node) ? defaultOf(column, node.at()) : node, column));
            }
        }
    }

    static boolean isDefault(Node node) {
        return node instanceof Node.Operation operation && operation.name().equals(StatementParser.DEFAULT);
    }

    private Node assigned(Node node, Name column) {
        ColumnType type =
                table == null ? null : table.column(column).map(Column::type).orElse(null);
        return type == null ? node : new Node.Assigned(node.at(), node, type);
    }

    private Node defaultOf(Name column, int where) {
        Column known = table == null ? null : table.column(column).orElse(null);
        if (known == null) {
            throw translation.unsupported(
                    where, "the default of " + column, "it is not known here", "the value itself for the column");
        }
        return new OmittedValue(translation, name, where).of(known);
    }

    /** Gives these columns a place in the rows, with their defaults where they have none yet. */
    void include(Collection<Name> needed, int where) {
        for (Name column : needed) {
            if (!columns.contains(column) && !omitted.containsKey(column)) {
                omitted.put(column, assigned(defaultOf(column, where), column));
            }
        }
    }

    /** Whether a row says something of the column. */
    boolean gives(Name column) {
        return columns.contains(column) || omitted.containsKey(column);
    }

    /** The columns that the rows have. */
    List<Name> columns() {
        List<Name> all = new ArrayList<>(columns);
        all.addAll(omitted.keySet());
        return all;
    }

    /** The rows of VALUES; none for a query. */
    List<List<Node>> rows() {
        return rows.stream()
                .map(row -> {
                    List<Node> whole = new ArrayList<>(row);
                    whole.addAll(omitted.values());
                    return whole;
                })
                .toList();
    }

    /** Whether the author wrote DEFAULT somewhere in VALUES. */
    boolean hasDefaults() {
        return defaults;
    }

    /** Whether the author says in which order rows come. */
    boolean isOrdered() {
        return !query.order().isEmpty();
    }

    /** A key's column as texts are compared exactly, also where the session compares literals in another way. */
    Node compared(Node column, Name key) {
        Column known = table == null ? null : table.column(key).orElse(null);
        boolean text = known != null && ValueType.of(known.type()).is(ValueType.Kind.TEXT);
        return text ? new Node.Collation(at, column, List.of(Name.of("C"))) : column;
    }

    /** Whether nothing in the key goes by a collation that may take different texts for the same. */
    boolean areComparedExactly(List<Name> key) {
        return table == null
                || key.stream()
                        .flatMap(part -> table.column(part).stream())
                        .allMatch(column -> column.collation() == null);
    }

    /** Whether the assignment sets anything: engines do not let a number of theirs be set, not even to what it is. */
    boolean canChange(Assignment assignment) {
        Name column = assignment.columns().get(0);
        return !ConflictCheck.isItself(assignment.value(), column)
                || table == null
                || table.column(column).stream().noneMatch(Column::identity);
    }

    /** A relation with the rows under that label. */
    QueryTree.Derived relation(Name label) {
        if (!rows.isEmpty()) {
            return relation(label, values(rows()), columns());
        }
        QueryTree selected = selected();
        return relation(label, selected, areNames(selected) ? List.of() : columns());
    }

    /** Whether what is selected is called as its columns already. */
    private boolean areNames(QueryTree selected) {
        return selected.body() instanceof Select select
                && select.items().stream().map(OutputName::of).toList().equals(columns());
    }

    /** A relation with one of the rows. */
    QueryTree.Derived relation(Name label, List<Node> row) {
        return relation(label, values(List.of(row)), columns());
    }

    /** Rows as a query, with the common tables that they may read. */
    QueryTree values(List<List<Node>> some) {
        return QueryTree.of(new Values(at, some)).withTables(query.recursive(), query.with());
    }

    private QueryTree.Derived relation(Name label, QueryTree rowsOrQuery, List<Name> names) {
        return new QueryTree.Derived(at, false, rowsOrQuery, label, names);
    }

    private QueryTree selected() {
        List<Item> items = new ArrayList<>();
        if (query.body() instanceof Select select && isOpen(select)) {
            for (Item item : select.items()) {
                Name column = columns.get(items.size());
                Name shown = isFree(select) ? column : OutputName.of(item);
                items.add(new Item(assigned(item.value(), column), shown));
            }
            omitted.forEach((column, value) -> items.add(new Item(value, column)));
            return query.withBody(select.withItems(items));
        }
        columns.forEach(column ->
                items.add(new Item(assigned(Node.ColumnReference.of(at, SOURCE, column), column), column)));
        omitted.forEach((column, value) -> items.add(new Item(value, column)));
        return QueryTree.of(Select.of(at, items, relation(SOURCE, query, columns), null));
    }

    /** Whether nothing in the query can go by the names of what it selects. */
    private boolean isFree(Select select) {
        return query.order().isEmpty() && select.groupBy().isEmpty() && select.having() == null;
    }

    /** Whether what is selected can be written as a value of its column. */
    private boolean isOpen(Select select) {
        return !select.distinct()
                && select.distinctOn().isEmpty()
                && stars(select) == 0
                && select.items().size() == columns.size()
                && (omitted.isEmpty() || isFree(select));
    }
}
