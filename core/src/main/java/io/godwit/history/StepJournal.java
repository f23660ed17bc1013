package io.godwit.history;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What {@code godwit_step} says of one migration, and what the migration's row says of that. Immutable.
 *
 * @param state the state of the migration's row; empty if there is none
 * @param count how many rows there must be; null in rows of older versions
 * @param rows in their order
 */
record StepJournal(
        String migrationId, String state, @Nullable Long count, List<StoredStep> rows) {

    StepJournal {
        rows = List.copyOf(rows);
    }

    List<Damage> damages() {
        List<Damage> damages = new ArrayList<>();
        rows.forEach(row -> damages.addAll(row.damages()));
        if (!rows.isEmpty() && !state.equals(MigrationState.PARTIAL.toString())) {
            damages.add(damage("its steps are recorded, and the migration is not under way"));
        }
        Set<String> ids = new HashSet<>();
        rows.stream()
                .filter(row -> !ids.add(row.stepId()))
                .forEach(row -> damages.add(damage("the row of step " + row.stepId() + " is there more than once")));
        if (state.equals(MigrationState.PARTIAL.toString()) && count != null && count != rows.size()) {
            damages.add(damage("there are " + rows.size() + " rows, and Godwit wrote " + count));
        }
        return damages;
    }

    private Damage damage(String words) {
        return new Damage(StoredStep.TABLE, migrationId, "", words);
    }

    /** The rows as they are relied on; refused if anything is wrong with them. */
    List<RecordedStep> steps() {
        Damages.refuse(damages());
        return rows.stream().map(StoredStep::read).flatMap(Optional::stream).toList();
    }
}
