package io.godwit.history;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether the rows are those that the audit trail tells of, by what every run reads of them anyway. What is wrong, {@link RowCheck}
 * tells.
 *
 * @param underWay migrations of which {@code godwit_step} has rows
 */
record RowGlance(Map<String, Expected> expected, List<AppliedMigration> rows, Set<String> underWay) {

    boolean isSound() {
        Set<String> seen = new HashSet<>();
        for (AppliedMigration row : rows) {
            if (!seen.add(row.migrationId()) || !isSound(row)) {
                return false;
            }
        }
        return seen.containsAll(expected.keySet());
    }

    private boolean isSound(AppliedMigration row) {
        Expected entry = expected.get(row.migrationId());
        if (entry == null) {
            return !row.isWhole();
        }
        if (!entry.allows(row.state(), underWay.contains(row.migrationId()))) {
            return false;
        }
        RowSeal seal = entry.seal();
        return seal == null
                ? row.sequence() == entry.sequence()
                        && row.pluginId().equals(entry.pluginId())
                        && row.actor().equals(entry.actor())
                : seal.columns().equals(RowSeal.columns(row));
    }
}
