package io.godwit.format;

import io.godwit.failure.InvalidMigrationException;
import io.godwit.failure.Problem;
import io.godwit.migration.Migration;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads all documents of some sources and collects what is wrong with them. */
final class SourceCheck {

    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, MigrationDocument> byId = new HashMap<>();

    List<Problem> problems(List<PluginSource> sources) {
        for (PluginSource source : sources) {
            try {
                source.documents().forEach(this::check);
            } catch (InvalidMigrationException unreadable) {
                problems.addAll(unreadable.problems());
            }
        }
        return List.copyOf(problems);
    }

    private void check(MigrationDocument document) {
        try {
            Migration migration = document.read();
            MigrationDocument first = byId.putIfAbsent(migration.id(), document);
            if (first != null) {
                problems.add(atId(
                        document,
                        "the id '" + migration.id() + "' is also that of " + first.name()
                                + "; an id is unique over all plugins"));
            }
        } catch (InvalidMigrationException invalid) {
            problems.addAll(invalid.problems());
        }
    }

    /** Positions are not kept with a migration, so the one document is looked at again. */
    private static Problem atId(MigrationDocument document, String message) {
        String text = new String(document.bytes(), StandardCharsets.UTF_8);
        char[] characters = text.startsWith("\uFEFF") ? text.substring(1).toCharArray() : text.toCharArray();
        Reading reading = new Reading(new DocumentText(document.name(), characters), Audience.HISTORY, null);
        return JsonDocument.read(reading)
                .filter(root -> root instanceof JsonObject)
                .map(root -> ((JsonObject) root).get("migration"))
                .filter(migration -> migration instanceof JsonObject)
                .map(migration -> ((JsonObject) migration).get("id"))
                .map(id -> reading.text().problem(id.place(), message))
                .orElse(new Problem(document.name(), "/migration/id", 0, 0, message));
    }
}
