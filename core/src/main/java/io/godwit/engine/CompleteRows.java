package io.godwit.engine;

import io.godwit.dialect.Dialect;
import io.godwit.schema.ForeignKey;
import io.godwit.schema.Name;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import java.util.ArrayDeque;
import java.util.ArrayList;
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
    private final List<String> problems;
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

    /** @param problems takes what stands against it, in words */
    CompleteRows(Dialect dialect, Function<TableName, Optional<Table>> live, List<String> problems) {
        this.dialect = dialect;
        this.live = live;
        this.problems = problems;
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
                problems.add("the tables "
                        + waiting.stream().map(part -> part.name.toString()).collect(Collectors.joining(", "))
                        + " refer to each other in a circle, so that nobody can say which of their rows belong together:"
                        + " export one of them without a filter");
                return;
            }
            waiting.remove(next);
            close(next);
            next.table.foreignKeys().forEach(key -> need(next, key));
        }
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
        to.conditions.add(
                in(key.referenced(), "SELECT " + list(key.columns(), "") + " FROM " + quoted(from.table) + where));
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
                + " FROM " + quoted(part.table) + " WHERE " + condition(part) + " UNION SELECT " + list(columns, "p.")
                + " FROM " + quoted(part.table) + " AS p JOIN " + CLOSURE + " AS u ON " + joined + ") SELECT ";
        List<Name> identity = own.get(0).referenced();
        part.conditions.add(in(identity, recursion + list(identity, "") + " FROM " + CLOSURE));
    }

    private static String joined(ForeignKey key) {
        List<String> pairs = new ArrayList<>();
        for (int index = 0; index < key.columns().size(); index++) {
            pairs.add("p." + quoted(key.referenced().get(index)) + " = u."
                    + quoted(key.columns().get(index)));
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
        return names.stream().map(name -> prefix + quoted(name)).collect(Collectors.joining(", "));
    }

    private static String quoted(Table table) {
        String schema = table.name().schema().map(name -> quoted(name) + ".").orElse("");
        return schema + quoted(table.name().name());
    }

    private static String quoted(Name name) {
        return '"' + name.text().replace("\"", "\"\"") + '"';
    }

    private TableName known(TableName name) {
        return dialect.known(name);
    }
}
