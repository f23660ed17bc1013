package io.godwit.transfer;

import io.godwit.dialect.Dialect;
import io.godwit.failure.PlanRefusedException;
import io.godwit.schema.Column;
import io.godwit.schema.ForeignKey;
import io.godwit.schema.Name;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tables in the order in which their rows can come in: those that others refer to first. A circle is opened where a column may be NULL,
 * which gets its value once all rows are there. For one use.
 */
public final class ImportOrder {

    private final Dialect dialect;
    private final Map<TableName, Table> waiting = new LinkedHashMap<>();
    private final Map<TableName, Set<Name>> deferred = new LinkedHashMap<>();
    private final List<Arrival> ordered = new ArrayList<>();

    private ImportOrder(Dialect dialect, List<Table> tables) {
        this.dialect = dialect;
        tables.forEach(table -> waiting.put(known(table.name()), table));
    }

    /**
     * When a table's rows come in.
     *
     * @param table as it is in the database
     * @param deferred columns that get their values at the end
     * @param refersToItself whether rows of the table refer to others of it
     */
    public record Arrival(Table table, List<Name> deferred, boolean refersToItself) {

        public Arrival {
            deferred = List.copyOf(deferred);
        }
    }

    /**
     * Orders tables; foreign keys to others do not count.
     *
     * @throws PlanRefusedException if tables refer to each other in a circle in which no column may be NULL
     */
    public static List<Arrival> of(Dialect dialect, List<Table> tables) {
        return new ImportOrder(dialect, tables).ordered();
    }

    /** What is exported in the order in which it comes in, so that an archive is read in one way through; as it is if there is none. */
    public static List<RowsExport.Selected> sorted(Dialect dialect, List<RowsExport.Selected> selected) {
        List<Table> tables =
                selected.stream().map(RowsExport.Selected::table).distinct().toList();
        if (tables.size() < selected.size()) {
            return selected;
        }
        try {
            return of(dialect, tables).stream()
                    .map(arrival -> selected.get(tables.indexOf(arrival.table())))
                    .toList();
        } catch (PlanRefusedException circle) {
            return selected;
        }
    }

    private List<Arrival> ordered() {
        while (!waiting.isEmpty()) {
            Table ready = ready();
            if (ready == null) {
                open();
            } else {
                waiting.remove(known(ready.name()));
                ordered.add(arrival(ready));
            }
        }
        return ordered;
    }

    private Arrival arrival(Table table) {
        Set<Name> later = new LinkedHashSet<>(deferred.getOrDefault(known(table.name()), Set.of()));
        boolean itself = false;
        for (ForeignKey key : table.foreignKeys()) {
            if (known(key.table()).equals(known(table.name()))) {
                itself = true;
                if (dialect.staging().checksRowByRow()) {
                    later.addAll(nullable(table, key));
                }
            }
        }
        return new Arrival(table, List.copyOf(later), itself);
    }

    private @Nullable Table ready() {
        return waiting.values().stream()
                .filter(table -> awaited(table).isEmpty())
                .findFirst()
                .orElse(null);
    }

    /** The tables that must come before. */
    private Set<TableName> awaited(Table table) {
        return table.foreignKeys().stream()
                .filter(key -> isAwaited(table, key))
                .map(key -> known(key.table()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private boolean isAwaited(Table table, ForeignKey key) {
        Set<Name> later = deferred.getOrDefault(known(table.name()), Set.of());
        return waiting.containsKey(known(key.table()))
                && !known(key.table()).equals(known(table.name()))
                && key.columns().stream().noneMatch(later::contains);
    }

    /** At the first foreign key of a circle that may be NULL. */
    private void open() {
        for (Table table : waiting.values()) {
            for (ForeignKey key : table.foreignKeys()) {
                Set<Name> columns = nullable(table, key);
                if (isAwaited(table, key) && !columns.isEmpty() && leadsTo(known(key.table()), known(table.name()))) {
                    deferred.computeIfAbsent(known(table.name()), none -> new LinkedHashSet<>())
                            .addAll(columns);
                    return;
                }
            }
        }
        throw new PlanRefusedException("The tables "
                + waiting.values().stream()
                        .map(table -> table.name().toString())
                        .collect(Collectors.joining(", "))
                + " refer to each other in a circle, and no column of their foreign keys may be NULL, so that no"
                + " row can come first. Nothing was imported.");
    }

    private boolean leadsTo(TableName from, TableName to) {
        Deque<TableName> open = new ArrayDeque<>(List.of(from));
        Set<TableName> seen = new HashSet<>();
        while (!open.isEmpty()) {
            TableName at = open.remove();
            if (at.equals(to)) {
                return true;
            }
            Table table = waiting.get(at);
            if (table != null && seen.add(at)) {
                open.addAll(awaited(table));
            }
        }
        return false;
    }

    private static Set<Name> nullable(Table table, ForeignKey key) {
        return key.columns().stream()
                .filter(column -> table.column(column).filter(Column::nullable).isPresent())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private TableName known(TableName name) {
        return dialect.known(name);
    }
}
