package io.godwit.migration;

/**
 * One side of a range.
 *
 * @param comparison {@code <}, {@code <=}, {@code >}, {@code >=} or {@code =}
 * @param version what is compared with
 */
record VersionBound(String comparison, Version version) {

    boolean admits(Version candidate) {
        int order = candidate.compareTo(version);
        return switch (comparison) {
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            case ">=" -> order >= 0;
            default -> order == 0;
        };
    }

    boolean namesPreReleaseOf(Version candidate) {
        return version.preRelease() != null
                && version.major() == candidate.major()
                && version.minor() == candidate.minor()
                && version.patch() == candidate.patch();
    }
}
