package io.godwit.history;

import io.godwit.failure.GodwitException;
import io.godwit.format.CanonicalHash;
import io.godwit.format.Hashes;
import io.godwit.format.MigrationReader;
import io.godwit.migration.Migration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds out how a row was written, from its entry in the audit trail and texts that may have been its own. Immutable. */
record RowProof(String id, Expected entry, RowPool pool) {

    private static final Set<String> UNPROVEN = Set.of("duration_ms", "steps", "evidence");

    /** The row as its entry proves that it was, but for the run and how long it took; empty if that cannot be told. */
    Optional<StoredRow> row() {
        RowSeal seal = entry.seal();
        if (seal == null) {
            return Optional.empty();
        }
        Optional<String> document = pool.withDigest(seal.document());
        Optional<String> journal = pool.withDigest(seal.journal());
        if (document.isEmpty() || journal.isEmpty()) {
            return Optional.empty();
        }
        return small(seal).map(row -> row.with("document", document.get()).with("journal", journal.get()));
    }

    /** What a document and the entry tell of the row, if its digest leads to one. */
    Optional<StoredRow> told(String digest) {
        return pool.withDigest(digest).flatMap(document -> {
            try {
                return Optional.of(of(MigrationReader.ofHistory().read(id, document)));
            } catch (GodwitException | IllegalArgumentException e) {
                return Optional.empty();
            }
        });
    }

    private Optional<StoredRow> small(RowSeal seal) {
        return told(seal.document())
                .flatMap(row -> pool.sources().stream()
                        .map(source -> row.with("source_hash", source))
                        .filter(candidate -> RowSeal.columns(candidate.row()).equals(seal.columns()))
                        .findFirst());
    }

    private StoredRow of(Migration migration) {
        Hashes hashes = CanonicalHash.hash(migration);
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("seq", Long.toString(entry.sequence()));
        columns.put("plugin_id", entry.pluginId());
        columns.put("migration_id", id);
        columns.put("version", migration.version().toString());
        columns.put("state", entry.state().toString());
        columns.put("up_hash", hashes.up());
        columns.put("down_hash", hashes.down());
        columns.put("relations", Relations.of(migration).toString());
        columns.put("applied_at", entry.at());
        columns.put("actor", entry.actor());
        columns.put("duration_ms", "0");
        return new StoredRow(columns);
    }

    /** The columns in which a row is not as it was written. */
    static List<String> changed(StoredRow now, StoredRow proven) {
        return proven.columns().entrySet().stream()
                .filter(column -> !UNPROVEN.contains(column.getKey())
                        && !column.getValue().equals(now.text(column.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }
}
