package io.godwit.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Texts that a damaged row may once have held: those of all rows, and of the host's documents. A digest tells which one it was. For
 * one thread.
 */
final class RowPool {

    private final Map<String, String> byDigest = new HashMap<>();
    private final Set<String> sources = new LinkedHashSet<>(List.of(""));

    RowPool(List<StoredRow> rows) {
        for (StoredRow row : rows) {
            text(row.text("document"));
            text(row.text("journal"));
            source(row.text("source_hash"));
        }
    }

    void text(String text) {
        byDigest.put(RowSeal.text(text), text);
    }

    void source(String hash) {
        sources.add(hash);
    }

    Optional<String> withDigest(String digest) {
        return Optional.ofNullable(byDigest.get(digest));
    }

    List<String> sources() {
        return new ArrayList<>(sources);
    }
}
