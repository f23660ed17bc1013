package io.godwit;

import io.godwit.engine.Session;
import io.godwit.format.MigrationReader;
import io.godwit.history.AppliedMigration;
import io.godwit.history.HistoryReader;
import io.godwit.migration.Migration;
import io.godwit.plan.Plan;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a rehearsal needs to know of the database that it is for. Immutable.
 *
 * @param plan what is to be rehearsed
 * @param applied the history's own documents, in the order in which they were applied
 */
record Replay(Plan plan, List<Migration> applied) {

    Replay {
        applied = List.copyOf(applied);
    }

    static Replay of(Session session, Plan plan) throws SQLException {
        HistoryReader reader = new HistoryReader(session.dialect(), session.connection());
        List<String> ids = reader.read().applied().stream()
                .filter(AppliedMigration::isWhole)
                .map(AppliedMigration::migrationId)
                .toList();
        Map<String, String> documents = ids.isEmpty() ? Map.of() : reader.documents(ids);
        List<Migration> migrations = new ArrayList<>();
        for (String id : ids) {
            migrations.add(MigrationReader.ofHistory().read("history", documents.get(id)));
        }
        return new Replay(plan, migrations);
    }
}
