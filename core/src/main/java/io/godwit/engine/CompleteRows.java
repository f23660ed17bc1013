package io.godwit.engine;

import io.godwit.dialect.Dialect;
import io.godwit.schema.ForeignKey;
import io.godwit.schema.Name;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.universal.QuotedName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Adds to chosen rows those that they refer to, directly or through others, so that none of them refers to a row that is left out. Conditions are
 * universal SQL. For one use.
 */
final class CompleteRows {

    private static final String CLOSURE = "godwit_up";

    private final Dialect dialect;
    private final Function<TableName, Optional<Table>> live;
    private final Map<TableName, Part> parts = new LinkedHashMap<>();

    /**
     * Rows of a table that are to leave.
     *
     * @param name as documents write it
     * @param table as it is in the database
     * @param filter which rows, in universal SQL; null for all
     */
    record Chosen(TableName name, Table table, @Nullable String filter) {}

    /** What is known of a table's rows: that all of them leave, or those for which one of the conditions is true. */
    private static final class Part {

        private final TableName name;
        private final Table table;
        private final boolean whole;
        private final Set<String> conditions = new LinkedHashSet<>();

        Part(TableName name, Table table, boolean whole) {
            this.name = name;
            this.table = table;
            this.whole = whole;
        }
    }

    CompleteRows(Dialect dialect, Function<TableName, Optional<Table>> live) {
        this.dialect = dialect;
        this.live = live;
    }

    /**
     * The same rows, and those that they need.
     *
     * @param naming what documents call a table
     */
    List<Chosen> of(List<Chosen> chosen, Function<TableName, TableName> naming) {
        for (Chosen one : chosen) {
            Part part = new Part(one.name(), one.table(), one.filter() == null);
            Optional.ofNullable(one.filter()).ifPresent(part.conditions::add);
            parts.put(known(one.table().name()), part);
        }
        reach(naming);
        spread();
        return parts.values().stream()
                .map(part -> new Chosen(part.name, part.table, part.whole ? null : condition(part)))
                .toList();
    }

    /** Every table that a chosen one refers to, directly or through others. */
    private void reach(Function<TableName, TableName> naming) {
        Deque<Part> open = new ArrayDeque<>(parts.values());
        while (!open.isEmpty()) {
            for (ForeignKey key : open.remove().table.foreignKeys()) {
                Table table = live.apply(key.table()).orElse(null);
                if (table != null && !parts.containsKey(known(table.name()))) {
                    Part part = new Part(naming.apply(table.name()), table, false);
                    parts.put(known(table.name()), part);
                    open.add(part);
                }
            }
        }
    }

    /** Each table says which rows it needs of others once it is known which of its own leave. */
    private void spread() {
        List<Part> waiting = new ArrayList<>(parts.values());
        while (!waiting.isEmpty()) {
            Part next = waiting.stream()
                    .filter(part -> waiting.stream().noneMatch(other -> refers(other, part)))
                    .findFirst()
                    .orElse(null);
            if (next == null) {
                waiting.removeAll(closeCircle(waiting));
                continue;
            }
            waiting.remove(next);
            close(next);
            next.table.foreignKeys().forEach(key -> need(next, key));
        }
    }

    /** Of tables that wait for each other: those that wait for nobody else, with what belongs to their rows. */
    private List<Part> closeCircle(List<Part> waiting) {
        List<Part> circle = waiting.stream()
                .map(part -> before(part, waiting))
                .min(Comparator.comparingInt(List::size))
                .orElseThrow();
        ReferenceCircle rows = new ReferenceCircle(
                circle.stream()
                        .map(part -> new ReferenceCircle.Member(part.table, condition(part)))
                        .toList(),
                (key, table) -> known(key.table()).equals(known(table.name())));
        List<String> conditions =
                circle.stream().map(part -> rows.condition(part.table)).toList();
        for (int index = 0; index < circle.size(); index++) {
            circle.get(index).conditions.add(conditions.get(index));
        }
        circle.forEach(part -> part.table.foreignKeys().stream()
                .filter(key ->
                        circle.stream().noneMatch(other -> known(key.table()).equals(known(other.table.name()))))
                .forEach(key -> need(part, key)));
        return circle;
    }

    /** A table, and all that it waits for, directly or through others. */
    private List<Part> before(Part part, List<Part> waiting) {
        List<Part> before = new ArrayList<>(List.of(part));
        for (int index = 0; index < before.size(); index++) {
            Part reached = before.get(index);
            waiting.stream()
                    .filter(other -> !before.contains(other) && refers(other, reached))
                    .forEach(before::add);
        }
        return before;
    }

    /** Whether it must be known first which rows of one table leave; all of a table leave anyway. */
    private boolean refers(Part from, Part to) {
        return from != to
                && !to.whole
                && from.table.foreignKeys().stream()
                        .anyMatch(key -> known(key.table()).equals(known(to.table.name())));
    }

    private void need(Part from, ForeignKey key) {
        Part to = parts.get(known(key.table()));
        if (to == null || to == from || to.whole) {
            return;
        }
        String where = from.whole ? "" : " WHERE " + condition(from);
        to.conditions.add(in(
                key.referenced(),
                "SELECT " + list(key.columns(), "") + " FROM " + QuotedName.of(from.table.name()) + where));
    }

    /** A row that refers to another of its table needs that, and what that one refers to. */
    private void close(Part part) {
        List<ForeignKey> own = part.table.foreignKeys().stream()
                .filter(key -> known(key.table()).equals(known(part.table.name())))
                .toList();
        if (part.whole || own.isEmpty() || part.conditions.isEmpty()) {
            return;
        }
        Set<Name> names = new LinkedHashSet<>();
        own.forEach(key -> {
            names.addAll(key.referenced());
            names.addAll(key.columns());
        });
        List<Name> columns = List.copyOf(names);
        String joined = own.stream().map(CompleteRows::joined).collect(Collectors.joining(" OR "));
        String recursion = "WITH RECURSIVE " + CLOSURE + " (" + list(columns, "") + ") AS (SELECT " + list(columns, "")
                + " FROM " + QuotedName.of(part.table.name()) + " WHERE " + condition(part) + " UNION SELECT "
                + list(columns, "p.")
                + " FROM " + QuotedName.of(part.table.name()) + " AS p JOIN " + CLOSURE + " AS u ON " + joined
                + ") SELECT ";
        List<Name> identity = own.get(0).referenced();
        part.conditions.add(in(identity, recursion + list(identity, "") + " FROM " + CLOSURE));
    }

    private static String joined(ForeignKey key) {
        List<String> pairs = new ArrayList<>();
        for (int index = 0; index < key.columns().size(); index++) {
            pairs.add("p." + QuotedName.of(key.referenced().get(index)) + " = u."
                    + QuotedName.of(key.columns().get(index)));
        }
        return String.join(" AND ", pairs);
    }

    private static String condition(Part part) {
        return part.conditions.isEmpty()
                ? "1 = 0"
                : part.conditions.stream().collect(Collectors.joining(") OR (", "((", "))"));
    }

    private static String in(List<Name> columns, String select) {
        String one = list(columns, "");
        return (columns.size() == 1 ? one : "(" + one + ")") + " IN (" + select + ")";
    }

    private static String list(List<Name> names, String prefix) {
        return names.stream().map(name -> prefix + QuotedName.of(name)).collect(Collectors.joining(", "));
    }

    private TableName known(TableName name) {
        return dialect.known(name);
    }
}
