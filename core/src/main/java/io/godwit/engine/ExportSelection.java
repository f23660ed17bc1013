package io.godwit.engine;

import io.godwit.dialect.Dialect;
import io.godwit.failure.GodwitException;
import io.godwit.failure.PlanRefusedException;
import io.godwit.history.History;
import io.godwit.history.HistoryReader;
import io.godwit.history.ObjectKind;
import io.godwit.plan.LiveSchema;
import io.godwit.plan.Rendering;
import io.godwit.schema.Expression;
import io.godwit.schema.Name;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.transfer.RowsExport;
import io.godwit.transfer.SensitiveColumns;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The tables and columns that an export asks for, as the database has them. For one use. */
final class ExportSelection {

    private final RowExport asked;
    private final Dialect dialect;
    private final Rendering rendering;
    private final LiveSchema live;
    private final HistoryReader reader;
    private final List<String> problems = new ArrayList<>();

    ExportSelection(Session session, Rendering rendering, RowExport asked) {
        this.asked = asked;
        this.dialect = session.dialect();
        this.rendering = rendering;
        this.live = new LiveSchema(dialect.introspector(), session.connection());
        this.reader = new HistoryReader(dialect, session.connection());
    }

    /**
     * What is to be written.
     *
     * @throws PlanRefusedException with all that cannot be
     */
    List<RowsExport.Selected> tables() throws SQLException {
        History history = reader.read();
        if (!asked.pluginId().isEmpty() && history.ofPlugin(asked.pluginId()).isEmpty()) {
            throw new PlanRefusedException(
                    "Nothing of plugin '" + asked.pluginId() + "' is applied. Nothing was exported.");
        }
        Map<TableName, String> filters = filters();
        Set<TableName> filtered = new HashSet<>();
        List<CompleteRows.Chosen> chosen = new ArrayList<>();
        for (TableName name : names(history)) {
            Table table = live.table(name).orElse(null);
            if (table == null) {
                problems.add("there is no table " + name);
                continue;
            }
            TableName known = dialect.known(name);
            filtered.add(known);
            chosen.add(new CompleteRows.Chosen(name, table, checked(filters.get(known), table)));
        }
        filters.keySet().stream()
                .filter(table -> !filtered.contains(table))
                .forEach(table -> problems.add("there is a filter for " + table + ", which is not exported"));
        refuseIfAny();
        return selected(history, asked.complete() ? completed(history, chosen) : chosen);
    }

    private void refuseIfAny() {
        if (!problems.isEmpty()) {
            throw new PlanRefusedException(
                    "The rows cannot be exported:\n  " + String.join("\n  ", problems) + "\nNothing was exported.");
        }
    }

    /** With all that they refer to, under the names of documents where there are some. */
    private List<CompleteRows.Chosen> completed(History history, List<CompleteRows.Chosen> chosen) throws SQLException {
        Map<TableName, TableName> written = written(history);
        return new CompleteRows(dialect, live::table)
                .of(chosen, name -> written.getOrDefault(dialect.known(name), name));
    }

    private List<RowsExport.Selected> selected(History history, List<CompleteRows.Chosen> chosen) throws SQLException {
        SensitiveColumns sensitive = sensitive(history);
        Set<String> named = new HashSet<>(asked.sensitive());
        List<RowsExport.Selected> selected = new ArrayList<>();
        for (CompleteRows.Chosen one : chosen) {
            selected.add(new RowsExport.Selected(
                    one.name(),
                    one.table(),
                    condition(one.filter(), one.table()),
                    leftOut(one.name(), one.table(), sensitive, named)));
        }
        named.forEach(column -> problems.add("there is no column " + column + " among what is exported"));
        refuseIfAny();
        return selected;
    }

    private Set<TableName> names(History history) throws SQLException {
        Set<TableName> own = own(history);
        if (asked.tables().isEmpty()) {
            return own;
        }
        Set<TableName> names = new LinkedHashSet<>();
        for (String text : asked.tables()) {
            TableName name = parsed(text);
            if (!asked.pluginId().isEmpty()
                    && own.stream().noneMatch(table -> dialect.known(table).equals(dialect.known(name)))) {
                problems.add("the plugin '" + asked.pluginId() + "' has no table " + name);
            } else {
                names.add(name);
            }
        }
        return names;
    }

    /** Of the plugin, or of the database. */
    private Set<TableName> own(History history) throws SQLException {
        if (asked.pluginId().isEmpty()) {
            return asked.tables().isEmpty() ? everyTable(history) : Set.of();
        }
        return made().entrySet().stream()
                .filter(entry -> entry.getValue().equals(asked.pluginId()))
                .map(Map.Entry::getKey)
                .filter(name -> live.table(name).isPresent())
                .sorted()
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Under the names of documents where there are some: an engine without schemas knows only its own. */
    private Set<TableName> everyTable(History history) throws SQLException {
        Map<TableName, TableName> written = written(history);
        return live.tables().stream()
                .map(Table::name)
                .map(name -> written.getOrDefault(dialect.known(name), name))
                .sorted()
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The names that documents use, by those that the engine knows. */
    private Map<TableName, TableName> written(History history) throws SQLException {
        Map<TableName, TableName> written = new HashMap<>();
        if (history.installed()) {
            made().keySet().forEach(name -> written.put(dialect.known(name), name));
        }
        return written;
    }

    private Map<TableName, String> made() throws SQLException {
        return reader.objects().stream()
                .filter(owned -> owned.name().kind() == ObjectKind.TABLE
                        && owned.name().part().isEmpty())
                .collect(Collectors.toMap(
                        owned -> TableName.parse(owned.name().object()),
                        owned -> owned.pluginId(),
                        (one, other) -> one));
    }

    private TableName parsed(String text) {
        try {
            return TableName.parse(text.strip());
        } catch (IllegalArgumentException e) {
            throw new PlanRefusedException(
                    "'" + text + "' is no table's name: " + e.getMessage() + ". Nothing was exported.");
        }
    }

    private Map<TableName, String> filters() {
        Map<TableName, String> filters = new HashMap<>();
        asked.filters().forEach((table, condition) -> filters.put(dialect.known(parsed(table)), condition));
        return filters;
    }

    /** By itself, so that what is wrong is told in the words of who asked. */
    private @Nullable String checked(@Nullable String filter, Table table) {
        condition(filter, table);
        return filter;
    }

    private String condition(@Nullable String filter, Table table) {
        if (filter == null) {
            return "";
        }
        try {
            return rendering.translator().condition(Expression.of(filter), table.name(), live);
        } catch (IllegalArgumentException | GodwitException e) {
            problems.add("the filter for " + table.name() + ": " + e.getMessage());
            return "";
        }
    }

    private static Set<Name> leftOut(TableName name, Table table, SensitiveColumns sensitive, Set<String> named) {
        Set<Name> leftOut = new HashSet<>();
        table.columns().forEach(column -> {
            boolean asked = named.remove(name + "." + column.name());
            asked = named.remove(table.name() + "." + column.name()) || asked;
            if (!asked && sensitive.of(name).contains(column.name())) {
                leftOut.add(column.name());
            }
        });
        return leftOut;
    }

    private SensitiveColumns sensitive(History history) throws SQLException {
        SensitiveColumns sensitive = new SensitiveColumns(dialect);
        AppliedDocuments.read(reader, history).replay(rendering, sensitive);
        return sensitive;
    }
}
