package io.godwit.plan;

import io.godwit.failure.PlanRefusedException;
import io.godwit.history.AppliedMigration;
import io.godwit.history.History;
import io.godwit.migration.Dependency;
import io.godwit.migration.VersionRange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
                throw new PlanRefusedException("Migration " + migration.migrationId()
                        + " is partial: it failed half-way, and only some of its steps are done. Nothing was changed."
                        + " Correct what stopped it and run migrate, which goes on with it; then roll it back.");
            }
        }
    }

    private void refuseIfNeeded(List<AppliedMigration> chosen) {
        Set<String> going = chosen.stream().map(AppliedMigration::migrationId).collect(Collectors.toSet());
        List<AppliedMigration> staying = history.applied().stream()
                .filter(migration -> !going.contains(migration.migrationId()))
                .toList();
        List<String> needs = new ArrayList<>();
        for (AppliedMigration migration : staying) {
            for (Dependency dependency : migration.relations().dependencies()) {
                if (takesAway(dependency, chosen, staying)) {
                    needs.add(migration.migrationId() + " of " + migration.pluginId() + " needs '" + dependency + "'");
                }
            }
        }
        if (!needs.isEmpty()) {
            throw new PlanRefusedException("Others stand on what would be rolled back: " + String.join("; ", needs)
                    + ". Nothing was changed. Roll those back first.");
        }
    }

    private static boolean takesAway(
            Dependency dependency, List<AppliedMigration> chosen, List<AppliedMigration> staying) {
        if (chosen.stream().anyMatch(gone -> gone.migrationId().equals(dependency.target()))) {
            return true;
        }
        boolean touched = chosen.stream().anyMatch(gone -> gone.pluginId().equals(dependency.target()));
        if (!touched) {
            return false;
        }
        Optional<VersionRange> range = dependency.range();
        return staying.stream()
                .filter(kept -> kept.pluginId().equals(dependency.target()))
                .map(AppliedMigration::version)
                .max(Comparator.naturalOrder())
                .map(highest -> range.isPresent() && !range.get().contains(highest))
                .orElse(true);
    }
}
