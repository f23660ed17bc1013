package io.godwit;

import io.godwit.changelog.AdoptedChange;
import io.godwit.changelog.AdoptedHistory;
import io.godwit.dialect.SchemaState;
import io.godwit.dialect.UnknownSchema;
import io.godwit.engine.Runner;
import io.godwit.engine.Session;
import io.godwit.failure.ChangelogRefusedException;
import io.godwit.failure.Problem;
import io.godwit.format.MigrationDocument;
import io.godwit.history.History;
import io.godwit.history.HistoryReader;
import io.godwit.migration.Migration;
import io.godwit.migration.OnOtherEngines;
import io.godwit.plan.Given;
import io.godwit.plan.Handling;
import io.godwit.plan.MigrationPlan;
import io.godwit.plan.OperationScript;
import io.godwit.plan.OperationWatch;
import io.godwit.plan.Plan;
import io.godwit.plan.Rendering;
import io.godwit.plan.StepPlan;
import io.godwit.plan.Upgrade;
import io.godwit.plan.UpgradeTarget;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Plans to record what another tool ran: each migration with its inverses, and without its statements. For one call, on one thread. */
final class AdoptionPlanner implements Runner.Planner {

    private final Planning planning;
    private final AdoptedHistory adopted;
    private List<MigrationDocument> documents = List.of();

    AdoptionPlanner(Planning planning, AdoptedHistory adopted) {
        this.planning = planning;
        this.adopted = adopted;
    }

    @Override
    public void prepare() {
        documents = planning.documents();
    }

    @Override
    public Plan plan(Session session) throws SQLException {
        Rendering rendering = planning.rendering(session);
        History history = new HistoryReader(session.dialect(), session.connection()).read();
        Map<String, AdoptedChange> ran = new HashMap<>();
        adopted.read(session.connection(), session.dialect()).forEach(change -> ran.put(change.key(), change));
        List<MigrationDocument> chosen =
                chosen(ran, history, Set.copyOf(session.dialect().keys()));
        SchemaState state = new SchemaState(new UnknownSchema(), session.dialect());
        Plan plan = new Upgrade(rendering, state, OperationWatch.NONE)
                .plan(Given.of(chosen, history), history, UpgradeTarget.ALL, List.of());
        new AdoptedSchema(session, rendering, state).require(plan, marked(ran));
        List<MigrationPlan> migrations = plan.migrations().stream()
                .map(migration -> recorded(migration, marked(ran)))
                .toList();
        return new Plan(
                plan.engine(),
                plan.version(),
                migrations,
                List.of(),
                plan.risk(),
                plan.head(),
                Map.of(),
                List.of(),
                false);
    }

    private Predicate<Migration> marked(Map<String, AdoptedChange> ran) {
        return migration -> adopted.key(migration)
                .map(ran::get)
                .filter(change -> !change.effective())
                .isPresent();
    }

    /** Those with a row, and those between them that are for other engines. */
    private List<MigrationDocument> chosen(Map<String, AdoptedChange> ran, History history, Set<String> engine) {
        List<MigrationDocument> chosen = new ArrayList<>();
        List<Problem> gaps = new ArrayList<>();
        List<Problem> open = new ArrayList<>();
        Set<String> used = new HashSet<>();
        List<MigrationDocument> ordered = documents.stream()
                .filter(document -> history.migration(document.read().id()).isEmpty())
                .sorted(Comparator.comparing(
                                (MigrationDocument document) -> document.read().version())
                        .thenComparing(document -> document.read().id()))
                .toList();
        for (MigrationDocument document : ordered) {
            Migration migration = document.read();
            String key = adopted.key(migration).orElse(null);
            if (key == null) {
                continue;
            }
            if (isForOthers(migration, engine)) {
                chosen.add(document);
            } else if (ran.containsKey(key)) {
                used.add(key);
                chosen.add(document);
                gaps.addAll(open);
                open.clear();
            } else {
                open.add(new Problem(
                        migration.id(),
                        "",
                        0,
                        0,
                        "did not run here, and a later one did: run it with the other tool first"));
            }
        }
        if (!gaps.isEmpty()) {
            throw new ChangelogRefusedException(gaps);
        }
        if (used.isEmpty()) {
            throw new ChangelogRefusedException(
                    "plugins", "no migration that is not applied yet came from what ran here: convert it first");
        }
        return chosen;
    }

    private static boolean isForOthers(Migration migration, Set<String> engine) {
        return migration.onOtherEngines() == OnOtherEngines.SKIP
                && !migration.databaseEngines().isEmpty()
                && migration.databaseEngines().stream().noneMatch(engine::contains);
    }

    private static MigrationPlan recorded(MigrationPlan plan, Predicate<Migration> marked) {
        if (marked.test(plan.migration())) {
            return new MigrationPlan(
                    plan.migration(), plan.direction(), List.of(), Handling.SKIP, plan.sourceHash(), false);
        }
        List<StepPlan> steps =
                plan.steps().stream().map(AdoptionPlanner::recorded).toList();
        return new MigrationPlan(plan.migration(), plan.direction(), steps, plan.handling(), plan.sourceHash(), false);
    }

    /** What it did is remembered, so that it can be taken back; none of it is done. */
    private static StepPlan recorded(StepPlan step) {
        List<OperationScript> scripts = step.scripts().stream()
                .map(script -> new OperationScript(script.operations(), List.of(), script.inverses()))
                .toList();
        return new StepPlan(
                step.step(), scripts, null, null, null, true, true, step.goesWith(), step.definitions(), false);
    }
}
