package io.godwit.migration;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a migration needs first, or must not meet: a migration's id, a plugin's id, or {@code plugin@range}. Immutable.
 *
 * @param target a migration's or a plugin's id
 * @param versions the range of versions, as written; null for any
 */
public record Dependency(String target, @Nullable String versions) {

    public Dependency {
        Objects.requireNonNull(target, "target");
        if (target.isBlank()) {
            throw new IllegalArgumentException("a dependency names a migration or a plugin");
        }
    }

    /**
     * Reads {@code id} or {@code plugin@range}.
     *
     * @throws IllegalArgumentException if the range is none
     */
    public static Dependency parse(String text) {
        int at = text.lastIndexOf('@');
        if (at <= 0) {
            return new Dependency(text, null);
        }
        String versions = text.substring(at + 1).strip();
        VersionRange.parse(versions);
        return new Dependency(text.substring(0, at).strip(), versions);
    }

    public Optional<VersionRange> range() {
        return Optional.ofNullable(versions).map(VersionRange::parse);
    }

    @Override
    public String toString() {
        return versions == null ? target : target + "@" + versions;
    }
}
