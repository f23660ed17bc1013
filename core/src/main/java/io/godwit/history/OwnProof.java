package io.godwit.history;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the row of a migration that is under way proves of itself: no entry of the audit trail tells of it yet. */
record OwnProof(StoredRow row, RowPool pool) {

    /** Whether it says of itself that it is, or was when it was written; what cannot be read says nothing. */
    static boolean isUnderWay(StoredRow row) {
        StoredRow partial = row.with("state", MigrationState.PARTIAL.toString());
        boolean said = !row.text("evidence").isEmpty() || row.text("state").equals(MigrationState.PARTIAL.toString());
        return said && partial.unreadable().isEmpty();
    }

    /** The columns that are not as they were written; an empty name for one that cannot be told. */
    List<String> changed() {
        List<String> state = row.text("state").equals(MigrationState.PARTIAL.toString()) ? List.of() : List.of("state");
        if (row.text("evidence").isEmpty()) {
            return List.of();
        }
        Optional<RowSeal> seal = Evidence.in(row.text("evidence")).row();
        if (seal.isEmpty()) {
            return List.of("evidence");
        }
        List<String> broken = seal.get().broken(row.text("document"), row.text("journal"));
        Set<String> columns = new LinkedHashSet<>(state);
        if (seal.get().columns().equals(RowSeal.columns(now()))) {
            columns.addAll(broken);
            return new ArrayList<>(columns);
        }
        new RowProof(row.id(), expected(seal.get()), pool)
                .told(seal.get().document())
                .ifPresent(told -> columns.addAll(RowProof.changed(row, told)));
        columns.addAll(broken);
        return columns.size() == state.size() ? List.of("") : new ArrayList<>(columns);
    }

    private AppliedMigration now() {
        return row.with("state", MigrationState.PARTIAL.toString()).row();
    }

    /** As if an entry told what the row says. */
    Optional<Expected> expected() {
        return Evidence.in(row.text("evidence")).row().map(this::expected);
    }

    private Expected expected(RowSeal seal) {
        AppliedMigration now = now();
        return new Expected(
                now.sequence(), now.pluginId(), now.actor(), now.appliedAt(), MigrationState.PARTIAL, seal, false);
    }
}
