package io.godwit.transfer;

import io.godwit.archive.PackagedTable;
import io.godwit.archive.RowFileFormat;
import io.godwit.archive.TableRows;
import io.godwit.dialect.Dialect;
import io.godwit.failure.PlanRefusedException;
import io.godwit.schema.Column;
import io.godwit.schema.Name;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table that rows of a file go into. Immutable.
 *
 * @param file what is known of the rows
 * @param table as it is there
 * @param columns what each row has a value for
 * @param key what tells rows apart; empty if nothing does
 * @param deferred columns of the file that get their values at the end
 * @param refersToItself whether rows of the table refer to others of it
 * @param number of this table among all, in the order in which they come in
 */
record AwaitedTable(
        PackagedTable file,
        Table table,
        TargetColumns columns,
        List<Name> key,
        List<Name> deferred,
        boolean refersToItself,
        int number) {

    static final String NO_KEY =
            "has no primary key of which the file has every column, so that nothing tells its rows apart";

    AwaitedTable {
        key = List.copyOf(key);
        deferred = List.copyOf(deferred);
    }

    /** The tables that are there, or will be. */
    interface Tables {
        Optional<Table> table(TableName name) throws SQLException;
    }

    /**
     * All tables, those that others refer to first.
     *
     * @throws PlanRefusedException with all that stands against it
     */
    static List<AwaitedTable> of(Dialect dialect, TableRows rows, Tables live) throws SQLException {
        List<String> problems = new ArrayList<>();
        Map<TableName, PackagedTable> files = new HashMap<>();
        Map<TableName, TargetColumns> columns = new HashMap<>();
        List<Table> tables = new ArrayList<>();
        for (PackagedTable file : rows.tables()) {
            if (!format(file).isExact()) {
                problems.add("the rows of " + file.name() + " were written for a spreadsheet, and not as they are:"
                        + " export them as csv or jsonl");
            }
            Optional<Table> found = live.table(file.name());
            if (found.isEmpty()) {
                problems.add("there is no table " + file.name());
                continue;
            }
            Table table = found.get();
            columns.put(table.name(), TargetColumns.of(file, table, problems));
            if (files.put(table.name(), file) != null) {
                problems.add("the rows of two tables would go into " + table.name());
            } else {
                tables.add(table);
            }
        }
        refuse(problems);
        List<AwaitedTable> awaited = new ArrayList<>();
        for (ImportOrder.Arrival arrival : ImportOrder.of(dialect, tables)) {
            TableName name = arrival.table().name();
            TargetColumns found = columns.get(name);
            List<Name> key = found.key(arrival.table());
            if (!arrival.deferred().isEmpty() && key.isEmpty()) {
                problems.add(name + " " + NO_KEY);
            }
            awaited.add(new AwaitedTable(
                    files.get(name),
                    arrival.table(),
                    found,
                    key,
                    arrival.deferred().stream()
                            .filter(column ->
                                    found.ofTable().stream().map(Column::name).anyMatch(column::equals))
                            .toList(),
                    arrival.refersToItself(),
                    awaited.size() + 1));
        }
        refuse(problems);
        return awaited;
    }

    private static void refuse(List<String> problems) {
        if (!problems.isEmpty()) {
            throw new PlanRefusedException(
                    "The rows cannot be imported:\n  " + String.join("\n  ", problems) + "\nNothing was imported.");
        }
    }

    private static RowFileFormat format(PackagedTable file) {
        return RowFileFormat.ofName(file.file()).orElse(RowFileFormat.JSON_LINES);
    }

    /** What reads its rows. */
    RowSource source() {
        return RowSource.of(format(file), columns.ofFile());
    }

    /** Columns that a row which is there already gets at once. */
    List<Name> others() {
        List<Name> others =
                new ArrayList<>(columns.ofTable().stream().map(Column::name).toList());
        others.removeAll(key);
        others.removeAll(deferred);
        return others;
    }
}
