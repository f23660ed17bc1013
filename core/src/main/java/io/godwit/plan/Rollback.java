package io.godwit.plan;

import io.godwit.failure.PlanRefusedException;
import io.godwit.format.CanonicalHash;
import io.godwit.format.MigrationReader;
import io.godwit.history.AppliedMigration;
import io.godwit.history.History;
import io.godwit.history.HistoryReader;
import io.godwit.migration.Down;
import io.godwit.migration.Migration;
import io.godwit.schema.TableName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Plans the way back from the history: its documents and inverses, and explicit down sides of today's documents. */
public final class Rollback {

    private final Rendering rendering;
    private final LiveSchema base;
    private final HistoryReader reader;

    public Rollback(Rendering rendering, LiveSchema base, HistoryReader reader) {
        this.rendering = rendering;
        this.base = base;
        this.reader = reader;
    }

    /**
     * Plans the way back, rendered whole.
     *
     * @throws PlanRefusedException if others stand on it, or a step cannot be undone
     */
    public Plan plan(Given given, History history, String pluginId, RollbackTarget target) throws SQLException {
        if (history.ofPlugin(pluginId).isEmpty() && !given.plugins().contains(pluginId)) {
            throw new PlanRefusedException(
                    "There is no plugin '" + pluginId + "', neither applied nor given. Nothing was changed.");
        }
        List<AppliedMigration> chosen = new RollbackChoice(history, pluginId).choose(target);
        Map<AppliedMigration, Migration> documents = documents(chosen, given);
        Map<AppliedMigration, Journal> journals = journals(chosen);
        base.expect(() -> ExpectedTables.ofJournals(journals.values()));
        PlanState state = new PlanState(base, rendering.dialect());
        Set<TableName> dropped = droppedTables(documents, journals);
        List<MigrationPlan> plans = new ArrayList<>();
        for (AppliedMigration applied : chosen) {
            Migration migration = documents.get(applied);
            List<StepPlan> steps = steps(migration, history, journals.get(applied), dropped, state);
            plans.add(new MigrationRenderer(rendering, state)
                    .checked(new MigrationPlan(migration, Direction.DOWN, steps, false, applied.sourceHash(), false)));
        }
        return new PlanAssembly(rendering).plan(plans, state.findings(), history);
    }

    private List<StepPlan> steps(
            Migration migration, History history, Journal journal, Set<TableName> dropped, PlanState state) {
        MigrationRenderer renderer = new MigrationRenderer(rendering, state);
        if (migration.down() instanceof Down.Irreversible irreversible) {
            throw new PlanRefusedException("Migration " + migration.id() + " is irreversible: " + irreversible.reason()
                    + ". Nothing was changed.");
        }
        if (migration.down() instanceof Down.Explicit explicit) {
            return journal.steps().isEmpty() ? List.of() : renderer.steps(migration, explicit.steps(), history);
        }
        DerivedDown derived = new DerivedDown(migration.id(), journal, dropped);
        return renderer.steps(migration, derived.steps(state.findings()), history);
    }

    /** Today's document where there is one and its up side is what was applied; else the one that the history kept. */
    private Map<AppliedMigration, Migration> documents(List<AppliedMigration> chosen, Given given) throws SQLException {
        Map<String, String> kept = reader.documents(chosen.stream()
                .map(AppliedMigration::migrationId)
                .filter(id -> !given.applied().containsKey(id))
                .toList());
        Map<AppliedMigration, Migration> documents = new LinkedHashMap<>();
        for (AppliedMigration applied : chosen) {
            String id = applied.migrationId();
            documents.put(
                    applied,
                    kept.containsKey(id)
                            ? corrected(applied, given)
                                    .orElseGet(() -> MigrationReader.ofHistory().read("history", kept.get(id)))
                            : given.applied().get(id).read());
        }
        return documents;
    }

    /** One that is partly rolled back counts as pending; its down side may have been corrected since. */
    private static Optional<Migration> corrected(AppliedMigration applied, Given given) {
        return applied.isWhole()
                ? Optional.empty()
                : given.pending().stream()
                        .filter(migration -> migration.id().equals(applied.migrationId())
                                && CanonicalHash.hash(migration).up().equals(applied.upHash()))
                        .findFirst();
    }

    private Map<AppliedMigration, Journal> journals(List<AppliedMigration> chosen) throws SQLException {
        Map<String, String> kept = reader.journals(
                chosen.stream().map(AppliedMigration::migrationId).toList());
        Map<AppliedMigration, Journal> journals = new LinkedHashMap<>();
        chosen.forEach(applied -> journals.put(applied, Journal.parse(kept.get(applied.migrationId()))));
        return journals;
    }

    /** Only derived downs drop what was made: explicit ones do as they say. */
    private static Set<TableName> droppedTables(
            Map<AppliedMigration, Migration> documents, Map<AppliedMigration, Journal> journals) {
        List<AppliedMigration> oldestFirst = new ArrayList<>(documents.keySet());
        Collections.reverse(oldestFirst);
        return DerivedDown.droppedBy(oldestFirst.stream()
                .filter(applied -> documents.get(applied).down() instanceof Down.Derived)
                .map(journals::get)
                .toList());
    }
}
