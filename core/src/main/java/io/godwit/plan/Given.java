package io.godwit.plan;

import io.godwit.format.MigrationDocument;
import io.godwit.history.AppliedMigration;
import io.godwit.history.History;
import io.godwit.migration.Migration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The migrations that the host's sources give, set against the history: which are pending, which are applied.
 *
 * <p>A document whose bytes the history knows is not parsed again. Not thread-safe.
 */
public final class Given {

    private final Map<String, MigrationDocument> pending = new LinkedHashMap<>();
    private final Map<String, MigrationDocument> applied = new LinkedHashMap<>();
    private final Map<String, String> pluginOf = new LinkedHashMap<>();

    private Given() {}

    /**
     * Sorts documents.
     *
     * @throws io.godwit.failure.InvalidMigrationException if documents cannot be read, or two have one id
     */
    public static Given of(List<MigrationDocument> documents, History history) {
        ReadAhead.finish(documents, history);
        Given given = new Given();
        DocumentProblems problems = new DocumentProblems();
        for (MigrationDocument document : documents) {
            Optional<AppliedMigration> known = ReadAhead.known(document, history);
            if (known.isPresent()) {
                given.put(known.get().migrationId(), known.get().pluginId(), document, true, problems);
            } else {
                problems.read(document)
                        .ifPresent(migration -> given.put(
                                migration.id(),
                                migration.pluginId(),
                                document,
                                history.migration(migration.id())
                                        .filter(AppliedMigration::isWhole)
                                        .isPresent(),
                                problems));
            }
        }
        problems.throwIfAny();
        return given;
    }

    private void put(String id, String plugin, MigrationDocument document, boolean known, DocumentProblems problems) {
        MigrationDocument other = pending.getOrDefault(id, applied.get(id));
        if (other != null) {
            problems.twice(id, other, document);
        } else {
            (known ? applied : pending).put(id, document);
            pluginOf.put(id, plugin);
        }
    }

    /** Not in the history, or there only in part, in the order in which they were given. */
    public Collection<Migration> pending() {
        return pending.values().stream().map(MigrationDocument::read).toList();
    }

    Optional<MigrationDocument> pending(String id) {
        return Optional.ofNullable(pending.get(id));
    }

    /** SHA-256 of the document of a pending migration; empty when it did not come from one. */
    public String sourceHash(String id) {
        MigrationDocument document = pending.get(id);
        return document == null ? "" : document.sha256();
    }

    /** Those in the history that are given too, by id. */
    public Map<String, MigrationDocument> applied() {
        return applied;
    }

    /** The plugins that something was given of. */
    public List<String> plugins() {
        return pluginOf.values().stream().distinct().sorted().toList();
    }
}
