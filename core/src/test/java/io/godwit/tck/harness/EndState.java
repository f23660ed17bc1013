package io.godwit.tck.harness;

import io.godwit.history.Damage;
import io.godwit.history.HistoryCheck;
import io.godwit.history.HistoryReader;
import io.godwit.schema.Column;
import io.godwit.schema.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Schema, rows and history of a database, in lines, without what differs from run to run. Immutable.
 *
 * @param lines what two databases in the same state have in common
 */
public record EndState(List<String> lines) {

    public EndState {
        lines = List.copyOf(lines);
    }

    /** As it is now. */
    public static EndState of(Workbench bench) {
        List<String> lines = new ArrayList<>(
                LogicalSchema.of(bench.introspect(), bench.dialect()).lines());
        bench.introspect().tables().values().forEach(table -> lines.addAll(rows(bench, table)));
        if (hasHistory(bench)) {
            lines.addAll(history(bench));
        }
        return new EndState(lines);
    }

    private static boolean hasHistory(Workbench bench) {
        try {
            return !bench.rows("select id from godwit_lock").isEmpty();
        } catch (IllegalStateException e) {
            return false;
        }
    }

    private static List<String> rows(Workbench bench, Table table) {
        String columns = table.columns().stream()
                .map(Column::name)
                .map(name -> "\"" + name.text() + "\"")
                .collect(Collectors.joining(", "));
        List<String> rows = bench.rows("select " + columns + " from " + table.name()).stream()
                .map(row -> "row of " + table.name() + ": " + row)
                .sorted()
                .toList();
        return rows.size() <= 100 ? rows : List.of(rows.size() + " rows of " + table.name() + ": " + rows.hashCode());
    }

    private static List<String> history(Workbench bench) {
        List<String> lines = new ArrayList<>();
        bench.rows("select plugin_id, migration_id, version, state, up_hash, journal from godwit_migration"
                        + " order by migration_id")
                .forEach(row -> lines.add("migration: " + row));
        bench.rows("select migration_id, step_id, direction, state, progress from godwit_step order by position")
                .forEach(row -> lines.add("step left behind: " + row));
        bench.rows("select migration_id, plugin_id, kind, object, part, dropped_by from godwit_object"
                        + " order by migration_id, kind, object, part")
                .forEach(row -> lines.add("object: " + row));
        bench.rows(
                        "select action, migration_id from godwit_audit where outcome = 'done' and action in ('apply', 'rollback') order by seq")
                .forEach(row -> lines.add("audit: " + row));
        lines.addAll(brokenLinks(bench));
        lines.addAll(damages(bench));
        return lines;
    }

    /** What the history itself finds to be not as it was written. */
    private static List<String> damages(Workbench bench) {
        try {
            HistoryReader reader = new HistoryReader(bench.dialect(), bench.connection());
            return new HistoryCheck(reader)
                    .verdict().damages().stream().map(Damage::toString).toList();
        } catch (SQLException e) {
            throw new IllegalStateException("the history cannot be read", e);
        }
    }

    /** Entries of the audit trail that do not follow the one before them. */
    private static List<String> brokenLinks(Workbench bench) {
        List<String> broken = new ArrayList<>();
        long number = 0;
        String before = "";
        for (String row : bench.rows("select seq, previous_hash, hash from godwit_audit order by seq")) {
            String[] entry = row.split(", ", -1);
            number++;
            if (!entry[0].equals(Long.toString(number)) || (number > 1 && !entry[1].equals(before))) {
                broken.add("broken link: " + row);
            }
            before = entry[2];
        }
        return broken;
    }
}
