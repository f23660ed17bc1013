package io.godwit.plan;

import io.godwit.failure.PlanRefusedException;
import io.godwit.history.AppliedMigration;
import io.godwit.history.History;
import io.godwit.migration.Dependency;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Chooses what is rolled back, the last applied first, and refuses to take away what others stand on. */
final class RollbackChoice {

    private final History history;
    private final String pluginId;

    RollbackChoice(History history, String pluginId) {
        this.history = history;
        this.pluginId = pluginId;
    }

    List<AppliedMigration> choose(RollbackTarget target) {
        List<AppliedMigration> applied = new ArrayList<>(history.ofPlugin(pluginId));
        applied.sort(Comparator.comparingLong(AppliedMigration::sequence));
        if (applied.isEmpty()) {
            return List.of();
        }
        List<AppliedMigration> chosen = new ArrayList<>(matching(applied, target));
        Collections.reverse(chosen);
        refusePartial(chosen);
        refuseIfNeeded(chosen);
        refuseConflicts(chosen);
        return chosen;
    }

    /** All that is there of the plugin, the last applied first; also what was kept when it was uninstalled before. */
    List<AppliedMigration> everything() {
        List<AppliedMigration> chosen = new ArrayList<>(history.ofPlugin(pluginId));
        history.orphans().stream()
                .filter(orphan -> orphan.pluginId().equals(pluginId))
                .forEach(chosen::add);
        chosen.sort(Comparator.comparingLong(AppliedMigration::sequence).reversed());
        refusePartial(chosen);
        refuseIfNeeded(chosen);
        return chosen;
    }

    private List<AppliedMigration> matching(List<AppliedMigration> applied, RollbackTarget target) {
        if (target instanceof RollbackTarget.Everything) {
            return applied;
        }
        if (target instanceof RollbackTarget.ToVersion to) {
            return applied.stream()
                    .filter(migration -> migration.version().compareTo(to.version()) > 0)
                    .toList();
        }
        if (target instanceof RollbackTarget.ToMigration to) {
            List<String> ids =
                    applied.stream().map(AppliedMigration::migrationId).toList();
            if (!ids.contains(to.id())) {
                throw new PlanRefusedException("Migration '" + to.id() + "' of plugin " + pluginId
                        + " is not applied; applied are " + ids + ". Nothing was changed.");
            }
            return applied.subList(ids.indexOf(to.id()) + 1, applied.size());
        }
        int count = ((RollbackTarget.Steps) target).count();
        return applied.subList(Math.max(0, applied.size() - count), applied.size());
    }

    /** Its way back is written, or known, for a whole up alone. */
    private void refusePartial(List<AppliedMigration> chosen) {
        for (AppliedMigration migration : chosen) {
            if (!migration.isWhole() && !history.isGoingBack(migration.migrationId())) {
                throw new PlanRefusedException(
                        "Migration " + migration.migrationId()
                                + " is partial: it failed half-way, and only some of its steps are done. Nothing was changed."
                                + " Take back what is done with:  godwit repair --migration " + migration.migrationId()
                                + " --take-back\nor correct what stopped it and run migrate, which goes on with it; then roll it back.");
            }
        }
    }

    private void refuseIfNeeded(List<AppliedMigration> chosen) {
        Map<AppliedMigration, List<String>> dependants = new Dependants(history.applied(), chosen).lastFirst();
        if (dependants.isEmpty()) {
            return;
        }
        StringBuilder message = new StringBuilder("Others stand on what would be rolled back:\n");
        dependants.forEach((migration, needs) -> message.append("- ")
                .append(migration.migrationId())
                .append(" of ")
                .append(migration.pluginId())
                .append(" needs '")
                .append(String.join("', '", needs))
                .append("'\n"));
        throw new PlanRefusedException(message + "Nothing was changed. Roll those back first, in this order.");
    }

    /** A version that a plugin left for good, because another cannot be beside it. */
    private void refuseConflicts(List<AppliedMigration> chosen) {
        AppliedVersions before = new AppliedVersions(history.applied());
        AppliedVersions after = new AppliedVersions(history.applied());
        chosen.forEach(after::goes);
        List<String> met = new ArrayList<>();
        for (AppliedMigration migration : history.applied()) {
            for (Dependency conflict : migration.relations().conflicts()) {
                if (conflict.target().equals(pluginId)
                        && conflict.versions() != null
                        && !after.isGoing(migration.migrationId())
                        && !before.isIn(conflict)
                        && after.isIn(conflict)) {
                    met.add("- " + migration.migrationId() + " of " + migration.pluginId() + " " + migration.version()
                            + " conflicts with '" + conflict + "'\n");
                }
            }
        }
        if (!met.isEmpty()) {
            throw new PlanRefusedException("Plugin " + pluginId + " would come back to "
                    + after.version(pluginId).orElseThrow() + ", which others cannot be beside:\n"
                    + String.join("", met) + "Nothing was changed. Roll those back first.");
        }
    }
}
