package io.godwit.changelog;

import io.godwit.dialect.Dialect;
import io.godwit.failure.GodwitException;
import io.godwit.failure.Problem;
import io.godwit.format.MigrationReader;
import io.godwit.format.MigrationWriter;
import io.godwit.migration.Migration;
import io.godwit.plan.Rendering;
import io.godwit.universal.UniversalTranslator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import liquibase.change.Change;
import liquibase.change.core.OutputChange;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.database.Database;
import liquibase.precondition.PreconditionLogic;
import liquibase.precondition.core.ChangeSetExecutedPrecondition;
import liquibase.precondition.core.PreconditionContainer;

/** Converts a whole changelog, once; the only way into what needs Liquibase. For one thread of {@link LiquibaseThread}. */
final class ConvertedChangelog {

    private final LiquibaseSource source;
    private final String pluginId;
    private final Map<ChangeSetConversion, Map<String, ChangeSet>> engines = new LinkedHashMap<>();
    private final List<Migration> migrations = new ArrayList<>();
    private final List<Problem> byHand = new ArrayList<>();
    private final List<Problem> notes = new ArrayList<>();
    private ReleaseTags versions = new ReleaseTags(List.of());

    private ConvertedChangelog(LiquibaseSource source, String pluginId) {
        this.source = source;
        this.pluginId = pluginId;
    }

    static Conversion of(List<Dialect> dialects, LiquibaseSource source, String pluginId) {
        return LiquibaseThread.call(source.changelog(), () -> new ConvertedChangelog(source, pluginId).read(dialects));
    }

    private Conversion read(List<Dialect> dialects) throws Exception {
        List<LiquibaseReader> readers = new ArrayList<>();
        try {
            Map<Dialect, Database> databases = new LinkedHashMap<>();
            for (Dialect dialect : dialects) {
                LiquibaseReader reader = new LiquibaseReader(source, dialect);
                readers.add(reader);
                databases.put(dialect, reader.database());
            }
            ConvertedTypes types = new ConvertedTypes(databases);
            MergedOrder order = new MergedOrder();
            for (int index = 0; index < dialects.size(); index++) {
                Dialect dialect = dialects.get(index);
                DatabaseChangeLog changelog = readers.get(index).read();
                Rendering rendering = new Rendering(dialect, new UniversalTranslator(dialect), Map.of());
                engines.put(
                        new ChangeSetConversion(rendering, readers.get(index).database(), types), order.add(changelog));
                if (index == 0) {
                    noteRoot(changelog);
                }
            }
            LiquibaseReader first = readers.get(0);
            first.within(() -> convert(order, new PlannedSets(source, first)));
            return new Conversion(order.sets().size() + order.foreign().size(), migrations, byHand, notes);
        } finally {
            for (LiquibaseReader reader : readers) {
                reader.close();
            }
        }
    }

    private void noteRoot(DatabaseChangeLog changelog) {
        if (changelog.getPreconditions() != null
                && !changelog.getPreconditions().getNestedPreconditions().isEmpty()) {
            note(source.changelog(), "its own preconditions are left out: they are asked of the whole changelog");
        }
    }

    private void convert(MergedOrder order, PlannedSets planned) {
        versions = new ReleaseTags(List.copyOf(order.sets().values()));
        int digits = Math.max(4, Integer.toString(order.sets().size()).length());
        int number = 0;
        for (Map.Entry<String, ChangeSet> each : order.sets().entrySet()) {
            number++;
            ChangeSet set = each.getValue();
            if (planned.accepts(set)) {
                convert(
                        set,
                        each.getKey(),
                        String.format(Locale.ROOT, "%s-%0" + digits + "d-%s", pluginId, number, slug(set)));
            } else {
                note(set.toString(false), "is left out, as contexts, labels or files were chosen");
            }
            ReleaseTags.tag(set).ifPresent(tag -> note(set.toString(false), versions.told(set, tag)));
        }
        order.foreign().forEach((place, why) -> note(place, why));
    }

    private static String slug(ChangeSet set) {
        String slug = set.getId()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        String cut = slug.length() > 40 ? slug.substring(0, 40).replaceAll("-+$", "") : slug;
        return cut.isEmpty() ? "change" : cut;
    }

    private void convert(ChangeSet any, String key, String id) {
        Map<ChangeSetConversion, ConvertedSet> converted = new LinkedHashMap<>();
        Map<ChangeSetConversion, ChangeSet> sets = new LinkedHashMap<>();
        Map<String, Set<String>> failures = new LinkedHashMap<>();
        engines.forEach((engine, all) -> {
            ChangeSet set = all.get(key);
            if (set != null && engine.isFor(set)) {
                sets.put(engine, set);
                convert(engine, set, false, converted, failures);
            }
        });
        failures.forEach((words, names) -> hand(any, String.join(", ", names) + ": " + words));
        if (sets.isEmpty()) {
            hand(any, "is for " + any.getDbmsSet() + " alone" + (any.isIgnore() ? ", and is to be ignored" : ""));
            return;
        }
        noteAttributes(any, converted.keySet());
        noteRelatives(any, converted.keySet());
        boolean restricted = converted.size() < engines.size()
                || (any.getDbmsSet() != null && !any.getDbmsSet().isEmpty());
        List<Map<String, ConvertedSet>> groups = new EngineGroups(converted, sets).groups();
        for (Map<String, ConvertedSet> group : groups) {
            String own = groups.size() == 1 ? id : id + "-" + String.join("-", group.keySet());
            add(any, new ConvertedMigration(any, group), own, restricted || groups.size() > 1);
        }
    }

    private void convert(
            ChangeSetConversion engine,
            ChangeSet set,
            boolean plain,
            Map<ChangeSetConversion, ConvertedSet> converted,
            Map<String, Set<String>> failures) {
        try {
            converted.put(engine, engine.convert(set, plain));
            engine.notes().forEach(words -> note(set.toString(false), words));
        } catch (UnconvertedException | GodwitException noForm) {
            failures.computeIfAbsent(String.valueOf(noForm.getMessage()), words -> new LinkedHashSet<>())
                    .add(engine.engine());
        }
    }

    private void add(ChangeSet set, ConvertedMigration converted, String id, boolean restricted) {
        try {
            Migration migration = converted.migration(id, pluginId, versions.of(set), restricted);
            if (migration == null) {
                note(set.toString(false), "does nothing that a migration would have to do");
                return;
            }
            migrations.add(new MigrationReader().read(id, MigrationWriter.write(migration)));
        } catch (GodwitException | IllegalArgumentException refused) {
            hand(set, String.valueOf(refused.getMessage()));
        }
    }

    /** A document for one engine is for those as well that answer to its name, unless they have their own. */
    private void noteRelatives(ChangeSet set, Set<ChangeSetConversion> converted) {
        for (ChangeSetConversion other : engines.keySet()) {
            converted.stream()
                    .filter(engine -> !converted.contains(other) && other.keys().contains(engine.engine()))
                    .forEach(engine -> hand(
                            set,
                            "is for " + engine.engine() + " and not for " + other.engine() + ", which a migration for "
                                    + engine.engine() + " covers"));
        }
    }

    /** What a change set says beside its changes, and a migration cannot. */
    private void noteAttributes(ChangeSet set, Set<ChangeSetConversion> converted) {
        if (converted.isEmpty()) {
            return;
        }
        if (set.isAlwaysRun() || set.isRunOnChange()) {
            hand(set, (set.isAlwaysRun() ? "runAlways" : "runOnChange") + ": a migration runs once");
        }
        if (set.getContextFilter() != null
                && !set.getContextFilter().isEmpty()
                && source.contexts().isEmpty()) {
            note(
                    set.toString(false),
                    "has the context " + set.getContextFilter() + ", and runs everywhere now: choose by --contexts");
        }
        if (set.getLabels() != null
                && !set.getLabels().isEmpty()
                && source.labels().isEmpty()) {
            note(set.toString(false), "has the labels " + set.getLabels() + ", which are left out: choose by --labels");
        }
        PreconditionContainer conditions = set.getPreconditions();
        if (conditions != null && !conditions.getNestedPreconditions().isEmpty()) {
            noteConditions(set, conditions);
        }
        for (Change change : set.getChanges()) {
            if (change instanceof OutputChange) {
                note(set.toString(false), "output is left out");
            }
        }
    }

    private void noteConditions(ChangeSet set, PreconditionContainer conditions) {
        if (asksForSets(conditions)) {
            note(set.toString(false), "changeSetExecuted is answered by what stands before it in the changelog");
        }
        if (conditions.getOnFail() == PreconditionContainer.FailOption.WARN) {
            note(set.toString(false), "its preconditions only warn, and are left out");
        } else if (conditions.getOnFail() == PreconditionContainer.FailOption.CONTINUE) {
            note(set.toString(false), "its preconditions are asked once: what they skip is not tried again");
        }
    }

    private static boolean asksForSets(PreconditionLogic conditions) {
        return conditions.getNestedPreconditions().stream()
                .anyMatch(each -> each instanceof ChangeSetExecutedPrecondition
                        || (each instanceof PreconditionLogic nested && asksForSets(nested)));
    }

    private void hand(ChangeSet set, String words) {
        byHand.add(new Problem(set.toString(false), "", 0, 0, words));
    }

    private void note(String place, String words) {
        Problem note = new Problem(place, "", 0, 0, words);
        if (!notes.contains(note)) {
            notes.add(note);
        }
    }
}
