package io.godwit.plan;

import io.godwit.failure.DatabaseUnavailableException;
import io.godwit.format.MigrationDocument;
import io.godwit.format.MigrationReader;
import io.godwit.history.AppliedMigration;
import io.godwit.history.History;
import io.godwit.history.HistoryReader;
import io.godwit.migration.Migration;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Applied migrations as the sources still give them, which have the texts of their files, or else as the history has recorded them.
 * For the thread that owns the connection.
 */
public final class RecordedMigrations implements AppliedMigrations {

    private final History history;
    private final Given given;
    private final HistoryReader reader;

    public RecordedMigrations(History history, Given given, HistoryReader reader) {
        this.history = history;
        this.given = given;
        this.reader = reader;
    }

    @Override
    public List<Migration> of(String plugin) {
        List<String> ids = history.ofPlugin(plugin).stream()
                .filter(AppliedMigration::isWhole)
                .map(AppliedMigration::migrationId)
                .toList();
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<String, String> documents = documents(ids);
        List<Migration> migrations = new ArrayList<>();
        for (String id : ids) {
            String document = documents.getOrDefault(id, "");
            if (document.contains("\"universal\"")) {
                MigrationDocument source = given.applied().get(id);
                migrations.add(source == null ? MigrationReader.ofHistory().read(id, document) : source.read());
            }
        }
        return migrations;
    }

    private Map<String, String> documents(List<String> ids) {
        try {
            return reader.documents(ids);
        } catch (SQLException e) {
            throw new DatabaseUnavailableException(
                    "The documents of applied migrations could not be read: "
                            + String.valueOf(e.getMessage()).strip() + "\nNothing was changed.",
                    e);
        }
    }
}
