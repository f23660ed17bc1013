package io.godwit;

import io.godwit.dialect.Dialect;
import io.godwit.engine.Session;
import io.godwit.format.MigrationDocument;
import io.godwit.format.PluginSource;
import io.godwit.plan.Rendering;
import io.godwit.plan.risk.RiskPolicy;
import io.godwit.universal.UniversalTranslator;
import java.util.List;
import java.util.Map;

/** Makes plans for a live database out of the host's sources. */
final class Planning {

    private final List<PluginSource> sources;
    private final Map<String, String> typeMapping;
    private final RiskPolicy risk;

    Planning(List<PluginSource> sources, Map<String, String> typeMapping, RiskPolicy risk) {
        this.risk = risk;
        this.sources = List.copyOf(sources);
        this.typeMapping = Map.copyOf(typeMapping);
    }

    /** The same where no risk is taken: on a database that nobody needs. */
    Planning rehearsing() {
        return new Planning(
                sources, typeMapping, RiskPolicy.STANDARD.refusingFrom(null).backupFrom(null));
    }

    Planning withSources(List<PluginSource> others) {
        return new Planning(others, typeMapping, risk);
    }

    RiskPolicy risk() {
        return risk;
    }

    Rendering rendering(Session session) {
        Dialect dialect = session.dialect();
        return new Rendering(dialect, new UniversalTranslator(dialect), typeMapping);
    }

    /** For one call: the sources are looked at anew. */
    SourcePlanner of(SourcePlanner.Way way) {
        return new SourcePlanner(this, way);
    }

    List<MigrationDocument> documents() {
        return sources.stream().flatMap(source -> source.documents().stream()).toList();
    }
}
