package io.godwit.archive.build;

import java.util.List;
import java.util.Objects;

/**
 * An engine to render for. Immutable.
 *
 * @param name its own
 * @param keys the names by which documents mean it
 * @param versions oldest first
 */
public record SetEngine(String name, List<String> keys, List<String> versions) {

    public SetEngine {
        Objects.requireNonNull(name, "name");
        keys = List.copyOf(keys);
        versions = List.copyOf(versions);
    }

    /** Whether something that is for these engines, or for every one if there are none, is for this one. */
    boolean isOf(List<String> engines) {
        return engines.isEmpty() || keys.stream().anyMatch(engines::contains);
    }
}
