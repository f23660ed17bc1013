package io.godwit.migration;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A semantic version (semver.org 2.0.0), without build metadata. Immutable; ordered by precedence.
 *
 * @param major from 0
 * @param minor from 0
 * @param patch from 0
 * @param preRelease the identifiers after the hyphen, such as {@code rc.1}; null for a release
 */
public record Version(
        long major, long minor, long patch, @Nullable String preRelease) implements Comparable<Version> {

    /** A number has no leading zeros (rule 2). */
    static final String NUMBER = "(0|[1-9][0-9]{0,8})";

    /** A pre-release, and build metadata, of which nothing is kept (rules 9 and 10). */
    static final String TAIL = "(?:-(" + PreRelease.FORM + "))?(?:\\+[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*)?";

    private static final Pattern FORM =
            Pattern.compile("v?" + NUMBER + "(?:\\." + NUMBER + "(?:\\." + NUMBER + ")?)?" + TAIL);

    /**
     * Reads {@code 1.2.3}, {@code 1.2.3-rc.1}; missing parts are 0.
     *
     * @throws IllegalArgumentException if it is no version
     */
    public static Version parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no semantic version; write 1.2.3 or 1.2.3-rc.1");
        }
        return new Version(
                number(matcher.group(1)), number(matcher.group(2)), number(matcher.group(3)), matcher.group(4));
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    @Override
    public int compareTo(Version other) {
        int core = Long.compare(major, other.major);
        core = core != 0 ? core : Long.compare(minor, other.minor);
        core = core != 0 ? core : Long.compare(patch, other.patch);
        return core != 0 ? core : PreRelease.compare(preRelease, other.preRelease);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch + (preRelease == null ? "" : "-" + preRelease);
    }
}
