package io.godwit;

import io.godwit.failure.PlanRefusedException;
import io.godwit.history.AppliedMigration;
import io.godwit.history.History;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What of a plugin is applied to a database. Immutable. */
record ExactlyApplied(History history, String pluginId) {

    /**
     * Lets rows leave where their tables are made by exactly these migrations.
     *
     * @throws PlanRefusedException with all that is more or less
     */
    void require(Set<String> migrations) {
        Set<String> applied = history.ofPlugin(pluginId).stream()
                .filter(AppliedMigration::isWhole)
                .map(AppliedMigration::migrationId)
                .collect(Collectors.toCollection(TreeSet::new));
        if (!migrations.equals(applied)) {
            Set<String> differing = new TreeSet<>(migrations);
            differing.addAll(applied);
            differing.removeIf(id -> migrations.contains(id) && applied.contains(id));
            throw new PlanRefusedException("The plugin '" + pluginId
                    + "' is not applied here as the package has it, so that its rows might not fit: "
                    + String.join(", ", differing) + ". Nothing was packed. Migrate first.");
        }
    }
}
