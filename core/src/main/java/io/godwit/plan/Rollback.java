package io.godwit.plan;

import io.godwit.failure.PlanRefusedException;
import io.godwit.format.CanonicalHash;
import io.godwit.format.MigrationDocument;
import io.godwit.format.MigrationReader;
import io.godwit.history.AppliedMigration;
import io.godwit.history.History;
import io.godwit.history.HistoryReader;
import io.godwit.history.MigrationState;
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
        return plan(new RollbackChoice(history, pluginId).choose(target), given, history, false);
    }

    /**
     * Plans how a plugin goes, rendered whole.
     *
     * @throws PlanRefusedException if others stand on it, nothing of it is there, or what is to be archived cannot be told
     */
    public Plan uninstall(Given given, History history, String pluginId, UninstallMode mode) throws SQLException {
        List<AppliedMigration> chosen = new RollbackChoice(history, pluginId).everything();
        if (chosen.isEmpty()) {
            throw new PlanRefusedException("Nothing of plugin '" + pluginId + "' is applied. Nothing was changed.");
        }
        Plan plan = switch (mode) {
            case DROP -> plan(chosen, given, history, true);
            case ARCHIVE -> archived(plan(chosen, given, history, true));
            case KEEP ->
                keep(
                        chosen.stream()
                                .filter(applied -> applied.state() != MigrationState.ORPHANED)
                                .toList(),
                        given,
                        history);
        };
        return plan.uninstalling();
    }

    private static Plan archived(Plan plan) {
        TouchedTables.of(plan.migrations());
        return plan.withBackups(List.of(new BackupNeed(plan.migrations().get(0).id(), BackupNeed.ARCHIVE)));
    }

    private Plan keep(List<AppliedMigration> chosen, Given given, History history) throws SQLException {
        Map<AppliedMigration, Migration> documents = documents(chosen, given);
        List<MigrationPlan> plans = chosen.stream()
                .map(applied -> new MigrationPlan(
                        documents.get(applied),
                        Direction.DOWN,
                        List.of(),
                        applied.state() == MigrationState.SKIPPED ? Handling.RUN : Handling.KEEP,
                        applied.sourceHash(),
                        false))
                .toList();
        List<Finding> findings = plans.stream()
                .map(plan -> new Finding(
                        "kept",
                        Severity.INFO,
                        plan.id(),
                        "",
                        "what it made stays, and is adopted by the next install",
                        ""))
                .toList();
        return new PlanAssembly(rendering).plan(plans, findings, history);
    }

    private Plan plan(List<AppliedMigration> chosen, Given given, History history, boolean leaves) throws SQLException {
        Map<AppliedMigration, Migration> documents = documents(chosen, given);
        Map<AppliedMigration, Journal> journals = journals(chosen);
        base.expect(() -> ExpectedTables.ofJournals(journals.values()));
        PlanState state = new PlanState(base, rendering.dialect());
        Set<TableName> dropped = droppedTables(documents, journals, leaves);
        List<MigrationPlan> plans = new ArrayList<>();
        for (AppliedMigration applied : chosen) {
            Migration migration = documents.get(applied);
            DerivedDown derived = new DerivedDown(migration.id(), journals.get(applied), dropped, leaves);
            List<StepPlan> steps = steps(migration, history, journals.get(applied), derived, leaves, state);
            plans.add(new MigrationRenderer(rendering, state)
                    .checked(new MigrationPlan(
                            migration,
                            Direction.DOWN,
                            steps,
                            Handling.RUN,
                            applied.sourceHash(),
                            history.isGoingBack(migration.id()))));
        }
        return new PlanAssembly(rendering).plan(plans, state.findings(), history);
    }

    private List<StepPlan> steps(
            Migration migration,
            History history,
            Journal journal,
            DerivedDown derived,
            boolean leaves,
            PlanState state) {
        MigrationRenderer renderer = new MigrationRenderer(rendering, state);
        if (migration.down() instanceof Down.Irreversible irreversible && !leaves) {
            throw new PlanRefusedException("Migration " + migration.id() + " is irreversible: " + irreversible.reason()
                    + ". Nothing was changed.");
        }
        if (migration.down() instanceof Down.Explicit explicit) {
            return journal.steps().isEmpty() ? List.of() : renderer.steps(migration, explicit.steps(), history);
        }
        return renderer.steps(migration, derived.steps(state.findings()), history);
    }

    /** Today's document where there is one and its up side is what was applied; else the one that the history kept. */
    private Map<AppliedMigration, Migration> documents(List<AppliedMigration> chosen, Given given) throws SQLException {
        Map<String, String> kept = reader.documents(chosen.stream()
                .filter(applied -> !isGiven(applied, given))
                .map(AppliedMigration::migrationId)
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

    /** An edited document is another migration: its down side is not the way back of what was applied. */
    private static boolean isGiven(AppliedMigration applied, Given given) {
        MigrationDocument document = given.applied().get(applied.migrationId());
        return document != null
                && ((!document.sha256().isEmpty() && document.sha256().equals(applied.sourceHash()))
                        || CanonicalHash.hash(document.read()).up().equals(applied.upHash()));
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
            Map<AppliedMigration, Migration> documents, Map<AppliedMigration, Journal> journals, boolean leaves) {
        List<AppliedMigration> oldestFirst = new ArrayList<>(documents.keySet());
        Collections.reverse(oldestFirst);
        return DerivedDown.droppedBy(oldestFirst.stream()
                .filter(applied -> documents.get(applied).down() instanceof Down.Derived
                        || (leaves && documents.get(applied).down() instanceof Down.Irreversible))
                .map(journals::get)
                .toList());
    }
}
