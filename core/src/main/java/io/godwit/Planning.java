package io.godwit;

import io.godwit.dialect.Dialect;
import io.godwit.engine.Session;
import io.godwit.format.MigrationDocument;
import io.godwit.format.PluginSource;
import io.godwit.history.History;
import io.godwit.history.HistoryReader;
import io.godwit.plan.EditCheck;
import io.godwit.plan.Finding;
import io.godwit.plan.Given;
import io.godwit.plan.LiveSchema;
import io.godwit.plan.Plan;
import io.godwit.plan.Rendering;
import io.godwit.plan.Rollback;
import io.godwit.plan.RollbackTarget;
import io.godwit.plan.Upgrade;
import io.godwit.plan.UpgradeTarget;
import io.godwit.universal.UniversalTranslator;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Makes plans for a live database out of the host's sources. */
final class Planning {

    private final List<PluginSource> sources;
    private final Map<String, String> typeMapping;

    Planning(List<PluginSource> sources, Map<String, String> typeMapping) {
        this.sources = List.copyOf(sources);
        this.typeMapping = Map.copyOf(typeMapping);
    }

    Rendering rendering(Session session) {
        Dialect dialect = session.dialect();
        return new Rendering(dialect, new UniversalTranslator(dialect), typeMapping);
    }

    Plan upgrade(Session session, UpgradeTarget target) throws SQLException {
        History history = reader(session).read();
        Given given = Given.of(documents(), history);
        List<Finding> findings = new EditCheck(history, reader(session)).check(given);
        return new Upgrade(rendering(session), live(session)).plan(given, history, target, findings);
    }

    Plan rollback(Session session, String pluginId, RollbackTarget target) throws SQLException {
        History history = reader(session).read();
        Given given = Given.of(documents(), history);
        new EditCheck(history, reader(session)).check(given);
        return new Rollback(rendering(session), live(session), reader(session)).plan(given, history, pluginId, target);
    }

    Status status(Session session) throws SQLException {
        History history = reader(session).read();
        return Status.of(session.dialect().engine(), history, Given.of(documents(), history));
    }

    private List<MigrationDocument> documents() {
        return sources.stream().flatMap(source -> source.documents().stream()).toList();
    }

    private static HistoryReader reader(Session session) {
        return new HistoryReader(session.dialect(), session.connection());
    }

    private static LiveSchema live(Session session) {
        return new LiveSchema(session.dialect().introspector(), session.connection());
    }
}
