package io.godwit.archive;

import java.util.Objects;

/**
 * A column whose values a file of rows has. Immutable.
 *
 * @param name its name
 * @param type its portable type as documents write it, or an engine's own
 */
public record PackagedColumn(String name, String type) {

    public PackagedColumn {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
    }
}
