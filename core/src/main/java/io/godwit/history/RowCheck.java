package io.godwit.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Holds all of the rows of {@code godwit_migration} against what the audit trail says must be there. For one use. */
final class RowCheck {

    static final String TABLE = HistoryTables.MIGRATION.name().text();

    private final Map<String, Expected> expected;
    private final List<StoredRow> rows;
    private final Set<String> underWay;
    private final RowPool pool;
    private final List<Damage> damages = new ArrayList<>();

    /**
     * For all rows.
     *
     * @param underWay migrations of which {@code godwit_step} has rows
     */
    RowCheck(Map<String, Expected> expected, List<StoredRow> rows, Set<String> underWay) {
        this.expected = expected;
        this.rows = rows;
        this.underWay = underWay;
        this.pool = new RowPool(rows);
    }

    List<Damage> damages() {
        Map<String, Integer> copies = new HashMap<>();
        rows.forEach(row -> copies.merge(row.id(), 1, Integer::sum));
        for (StoredRow row : rows) {
            int count = copies.getOrDefault(row.id(), 1);
            if (count == 1) {
                compare(row);
            } else if (count > 1) {
                add(row.id(), "migration_id", "the row is there " + count + " times");
                copies.put(row.id(), 0);
            }
        }
        expected.forEach((id, entry) -> {
            if (!copies.containsKey(id)) {
                add(
                        id,
                        "",
                        "the row is gone: entry " + entry.sequence()
                                + " of the audit trail wrote it, and none took it back");
            }
        });
        return damages;
    }

    private void compare(StoredRow row) {
        Expected entry = expected.get(row.id());
        List<Damage> unreadable = row.unreadable();
        if (entry == null) {
            damages.addAll(unreadable);
            if (OwnProof.isUnderWay(row)) {
                new OwnProof(row, pool)
                        .changed()
                        .forEach(column -> add(row.id(), column, "it is not as Godwit wrote it"));
            } else if (unreadable.isEmpty()) {
                add(row.id(), "", "no entry of the audit trail tells of it");
            }
            return;
        }
        Set<String> columns = new LinkedHashSet<>(changed(row, entry));
        unreadable.stream().map(Damage::column).forEach(columns::add);
        boolean readable = unreadable.isEmpty();
        if (readable && !entry.allows(row.row().state(), underWay.contains(row.id()))) {
            columns.add("state");
        }
        for (String column : columns) {
            add(row.id(), column, words(column, row, entry));
        }
    }

    private static String words(String column, StoredRow row, Expected entry) {
        return column.equals("state")
                ? "it is '" + row.text("state") + "', and by the audit trail '" + entry.state() + "'"
                : "it is not as entry " + entry.sequence() + " of the audit trail wrote it";
    }

    /** The columns but for the state; an empty name for one that cannot be told. */
    private List<String> changed(StoredRow row, Expected entry) {
        RowSeal seal = entry.seal();
        if (seal == null) {
            List<String> columns = entry.changed(row);
            return columns.isEmpty() && !row.hashesItsDocument() ? List.of("document") : columns;
        }
        boolean same = row.unreadable().isEmpty()
                && seal.columns().equals(RowSeal.columns(row.row()))
                && seal.broken(row.text("document"), row.text("journal")).isEmpty();
        if (same) {
            return List.of();
        }
        return new RowProof(row.id(), entry, pool)
                .row()
                .map(proven -> RowProof.changed(row, proven).stream()
                        .filter(column -> !column.equals("state"))
                        .toList())
                .orElseGet(() -> guessed(row, entry, seal));
    }

    /** By what the document says, which may be damaged too; the hash of its bytes is told by nothing else. */
    private List<String> guessed(StoredRow row, Expected entry, RowSeal seal) {
        Set<String> columns = new LinkedHashSet<>(entry.changed(row));
        new RowProof(row.id(), entry, pool)
                .told(seal.document())
                .ifPresent(told -> columns.addAll(RowProof.changed(row, told)));
        columns.remove("state");
        columns.addAll(seal.broken(row.text("document"), row.text("journal")));
        return columns.isEmpty() ? List.of("source_hash") : List.copyOf(columns);
    }

    private void add(String row, String column, String words) {
        damages.add(new Damage(TABLE, row, column, words));
    }
}
