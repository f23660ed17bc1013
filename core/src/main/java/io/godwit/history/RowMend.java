package io.godwit.history;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Puts one row right.
 *
 * @param copies the rows that are there under its id
 */
record RowMend(String id, Expected entry, List<StoredRow> copies, List<Damage> damages, HistoryWriter writer) {

    private static final int SHOWN = 60;

    Mend mend(RowPool pool) {
        String problem = damages.stream()
                .map(damage -> (damage.column().isEmpty() ? "" : "column " + damage.column() + ": ") + damage.words())
                .collect(Collectors.joining("; "));
        if (damages.stream().allMatch(damage -> damage.column().equals("state"))) {
            return mend(problem, "state = '" + entry.state() + "'", List.of(writer.moved(id, entry.state())));
        }
        return proven(pool)
                .map(row -> mend(problem, effect(row), List.of(writer.rolledBack(id), writer.again(row))))
                .orElseGet(() -> mend(
                        problem,
                        "neither a row nor a document at hand is what entry " + entry.sequence()
                                + " of the audit trail proves: put the row back from a backup of the database",
                        List.of()));
    }

    private Mend mend(String problem, String effect, List<String> statements) {
        return new Mend(entry.pluginId(), id, "the row of " + id, problem, effect, statements);
    }

    /** With the state in which a rollback left it, and how long it took, as far as that is there. */
    private Optional<StoredRow> proven(RowPool pool) {
        Optional<StoredRow> proven = new RowProof(id, entry, pool).row().or(this::same);
        if (copies.isEmpty()) {
            return proven;
        }
        StoredRow copy = copies.get(0);
        return proven.map(row -> row.with("steps", copy.text("steps")).with("evidence", copy.text("evidence")))
                .map(row -> copy.unreadable().isEmpty()
                        ? row.with("duration_ms", copy.text("duration_ms"))
                                .with(
                                        "state",
                                        entry.allows(copy.row().state(), true) ? copy.text("state") : row.text("state"))
                        : row);
    }

    /** Of copies that are equal, one is enough. */
    private Optional<StoredRow> same() {
        boolean equal = copies.size() > 1 && copies.stream().allMatch(copies.get(0)::equals);
        return equal && entry.seal() == null && copies.get(0).hashesItsDocument()
                ? Optional.of(copies.get(0))
                : Optional.empty();
    }

    private String effect(StoredRow row) {
        if (copies.size() != 1) {
            return (copies.isEmpty() ? "the row is written again" : "one row stays") + ", as entry " + entry.sequence()
                    + " of the audit trail proves it";
        }
        return RowProof.changed(copies.get(0), row).stream()
                .map(column -> column + " = '" + shown(row.text(column)) + "'")
                .collect(Collectors.joining(", "));
    }

    private static String shown(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
