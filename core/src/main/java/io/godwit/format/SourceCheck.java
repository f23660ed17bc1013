package io.godwit.format;

import io.godwit.failure.InvalidMigrationException;
import io.godwit.failure.Problem;
import io.godwit.migration.Migration;
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
                problems.add(new StepPlace(document)
                        .id("the id '" + migration.id() + "' is also that of " + first.name()
                                + "; an id is unique over all plugins"));
            }
        } catch (InvalidMigrationException invalid) {
            problems.addAll(invalid.problems());
        }
    }
}
