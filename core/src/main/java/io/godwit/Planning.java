package io.godwit;

import io.godwit.archive.PluginPackage;
import io.godwit.dialect.Dialect;
import io.godwit.engine.Runner;
import io.godwit.engine.SensitiveData;
import io.godwit.engine.Session;
import io.godwit.failure.GodwitException;
import io.godwit.format.CanonicalHash;
import io.godwit.format.MigrationDocument;
import io.godwit.format.PluginSource;
import io.godwit.history.RowTexts;
import io.godwit.migration.CustomTransforms;
import io.godwit.migration.Migration;
import io.godwit.plan.Direction;
import io.godwit.plan.Journal;
import io.godwit.plan.JournalStep;
import io.godwit.plan.MigrationPlan;
import io.godwit.plan.Plan;
import io.godwit.plan.Rendering;
import io.godwit.plan.UpgradeTarget;
import io.godwit.plan.risk.DataChecks;
import io.godwit.plan.risk.RiskPolicy;
import io.godwit.transfer.file.FileTables;
import io.godwit.universal.UniversalTranslator;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes plans for a live database out of the host's sources. */
final class Planning {

    private static final System.Logger LOG = System.getLogger(Planning.class.getName());

    private final List<PluginSource> sources;
    private final Map<String, String> typeMapping;
    private final RiskPolicy risk;
    private final CustomTransforms customs;

    Planning(List<PluginSource> sources, Map<String, String> typeMapping, RiskPolicy risk, CustomTransforms customs) {
        this.risk = risk;
        this.customs = customs;
        this.sources = List.copyOf(sources);
        this.typeMapping = Map.copyOf(typeMapping);
    }

    /** The same where no risk is taken: on a database that nobody needs. */
    Planning rehearsing() {
        return new Planning(
                sources, typeMapping, RiskPolicy.STANDARD.refusingFrom(null).backupFrom(null), customs);
    }

    /** With what a package brings in the place of what the host has of its plugin. */
    Planning withPackage(PluginPackage found) {
        String pluginId = found.manifest().pluginId();
        List<PluginSource> all = new ArrayList<>();
        for (PluginSource source : sources) {
            all.add(() -> source.documents().stream()
                    .filter(document -> !document.read().pluginId().equals(pluginId))
                    .toList());
        }
        all.add(found.source());
        return withSources(all);
    }

    Planning withSources(List<PluginSource> others) {
        return new Planning(others, typeMapping, risk, customs);
    }

    /** Plans what is left of an upgrade that somebody has seen; null for a way back, of which the plan does not say how far it goes. */
    Runner.@Nullable Planner rest(Plan plan) {
        if (plan.migrations().stream().anyMatch(migration -> migration.direction() == Direction.DOWN)) {
            return null;
        }
        Migration[] migrations =
                plan.migrations().stream().map(MigrationPlan::migration).toArray(Migration[]::new);
        SourcePlanner planner =
                withSources(List.of(PluginSource.of(migrations))).of(SourcePlanner.up(UpgradeTarget.ALL));
        return session -> {
            planner.prepare();
            return planner.plan(session);
        };
    }

    RiskPolicy risk() {
        return risk;
    }

    Rendering rendering(Session session) {
        Dialect dialect = session.dialect();
        return new Rendering(dialect, new UniversalTranslator(dialect), typeMapping, new FileTables(), customs);
    }

    /** The plan with what the data says against it in its findings. */
    Plan checked(Session session, Plan plan) throws SQLException {
        SensitiveData sensitive = SensitiveData.of(session, rendering(session), plan);
        DataChecks checks = new DataChecks(
                session.connection(), session.dialect().failures(), sensitive.ofAnyRow(), sensitive::ofRows);
        return risk.weighed(checks.answered(plan));
    }

    /** For one call: the sources are looked at anew. */
    SourcePlanner of(SourcePlanner.Way way) {
        return new SourcePlanner(this, way);
    }

    /** What rows of the history may once have held: today's documents, and the journals that they lead to on an empty database. */
    RowTexts rowTexts(Session session) {
        List<String> texts = new ArrayList<>();
        List<String> hashes = new ArrayList<>();
        for (MigrationDocument document : documents()) {
            texts.add(CanonicalHash.canonicalDocument(document.read()));
            hashes.add(document.sha256());
        }
        try {
            for (MigrationPlan plan : new OfflinePlanning(rendering(session), sources)
                    .up(UpgradeTarget.ALL)
                    .migrations()) {
                List<JournalStep> steps =
                        plan.steps().stream().map(JournalStep::of).toList();
                texts.add(new Journal(steps).toString());
                steps.forEach(step -> texts.add(new Journal(List.of(step)).toString()));
            }
        } catch (GodwitException e) {
            LOG.log(System.Logger.Level.DEBUG, "no journals can be told from the documents", e);
        }
        return new RowTexts(texts, hashes);
    }

    List<MigrationDocument> documents() {
        return sources.stream().flatMap(source -> source.documents().stream()).toList();
    }
}
