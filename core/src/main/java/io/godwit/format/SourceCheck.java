package io.godwit.format;

import io.godwit.failure.InvalidMigrationException;
import io.godwit.failure.Problem;
import io.godwit.migration.Migration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads all documents of some sources and collects what is wrong with them. */
final class SourceCheck {

    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, MigrationDocument> byId = new HashMap<>();

    List<Problem> problems(List<PluginSource> sources) {
        for (PluginSource source : sources) {
            try {
                source.documents().forEach(this::check);
                checkDescriptors(source.documents());
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

    private void checkDescriptors(List<MigrationDocument> documents) {
        IdentityHashMap<PluginFiles, List<MigrationDocument>> folders = new IdentityHashMap<>();
        List<MigrationDocument> first = new ArrayList<>();
        for (MigrationDocument document : documents) {
            List<MigrationDocument> folder = folders.computeIfAbsent(document.files(), files -> new ArrayList<>());
            if (folder.isEmpty()) {
                first.add(document);
            }
            folder.add(document);
        }
        for (MigrationDocument document : first) {
            try {
                PluginDescriptor.beside(document)
                        .ifPresent(found -> checkOwner(found, folders.getOrDefault(document.files(), List.of())));
            } catch (InvalidMigrationException invalid) {
                problems.addAll(invalid.problems());
            }
        }
    }

    private void checkOwner(PluginDescriptor descriptor, List<MigrationDocument> beside) {
        Set<String> plugins = new TreeSet<>();
        for (MigrationDocument document : beside) {
            try {
                plugins.add(document.read().pluginId());
            } catch (InvalidMigrationException told) {
                return;
            }
        }
        if (!plugins.contains(descriptor.pluginId())) {
            problems.add(new Problem(
                    PluginDescriptor.name(beside.get(0)),
                    "/pluginId",
                    0,
                    0,
                    "no migration beside it is of the plugin '" + descriptor.pluginId() + "'"
                            + Suggestion.ask(descriptor.pluginId(), plugins)));
        }
    }
}
