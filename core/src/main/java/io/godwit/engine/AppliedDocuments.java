package io.godwit.engine;

import io.godwit.format.MigrationReader;
import io.godwit.history.AppliedMigration;
import io.godwit.history.History;
import io.godwit.history.HistoryReader;
import io.godwit.migration.Migration;
import io.godwit.operation.Operation;
import io.godwit.plan.PluginDefinitions;
import io.godwit.plan.Rendering;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What every document that was applied says, in their order. Immutable. */
public record AppliedDocuments(List<Migration> migrations) {

    public AppliedDocuments {
        migrations = List.copyOf(migrations);
    }

    static AppliedDocuments read(HistoryReader reader, History history) throws SQLException {
        if (!history.installed()) {
            return new AppliedDocuments(List.of());
        }
        return of(
                reader,
                history.applied().stream().map(AppliedMigration::migrationId).toList());
    }

    /** The migrations of these ids, as the history keeps them; without those that it has no document of. */
    public static AppliedDocuments of(HistoryReader reader, List<String> ids) throws SQLException {
        return of(ids.isEmpty() ? Map.of() : reader.documents(ids), ids);
    }

    /** Of their texts by their ids. */
    static AppliedDocuments of(Map<String, String> documents, List<String> ids) {
        List<Migration> migrations = new ArrayList<>();
        for (String id : ids) {
            String document = documents.getOrDefault(id, "");
            if (!document.isEmpty()) {
                migrations.add(MigrationReader.ofHistory().read(id, document));
            }
        }
        return new AppliedDocuments(migrations);
    }

    /** Tells all operations, as far as they can be read. */
    void replay(Rendering rendering, Consumer<Operation> follower) {
        PluginDefinitions.replay(migrations, rendering, follower);
    }
}
