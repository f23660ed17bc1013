package io.godwit.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A range of versions in npm's syntax: {@code >=1.2 <2}, {@code ^1.4}, {@code ~1.4.2}, {@code 1.x}, {@code 1.2 - 1.8}, {@code ||}.
 * Immutable.
 */
public final class VersionRange {

    private final String text;
    private final List<List<VersionBound>> alternatives;

    private VersionRange(String text, List<List<VersionBound>> alternatives) {
        this.text = text;
        this.alternatives = alternatives;
    }

    /**
     * Reads a range.
     *
     * @throws IllegalArgumentException if it is no range
     */
    public static VersionRange parse(String text) {
        List<List<VersionBound>> alternatives = new ArrayList<>();
        for (String alternative : text.split("\\|\\|", -1)) {
            alternatives.add(new VersionRangeText(alternative).bounds());
        }
        return new VersionRange(text, alternatives);
    }

    /** A pre-release is in a range only if a bound of the same major, minor and patch names a pre-release too, as in npm. */
    public boolean contains(Version version) {
        return alternatives.stream().anyMatch(bounds -> contains(bounds, version));
    }

    private static boolean contains(List<VersionBound> bounds, Version version) {
        if (!bounds.stream().allMatch(bound -> bound.admits(version))) {
            return false;
        }
        return version.preRelease() == null || bounds.stream().anyMatch(bound -> bound.namesPreReleaseOf(version));
    }

    @Override
    public String toString() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VersionRange that && alternatives.equals(that.alternatives);
    }

    @Override
    public int hashCode() {
        return alternatives.stream()
                .map(Object::hashCode)
                .collect(Collectors.toSet())
                .hashCode();
    }
}
