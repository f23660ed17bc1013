package io.godwit.history;

import java.util.List;

/**
 * What rows of the history may once have held, as far as a host's documents tell. Immutable.
 *
 * @param texts documents in canonical form, and journals
 * @param sourceHashes SHA-256 of documents' bytes
 */
public record RowTexts(List<String> texts, List<String> sourceHashes) {

    public RowTexts {
        texts = List.copyOf(texts);
        sourceHashes = List.copyOf(sourceHashes);
    }
}
