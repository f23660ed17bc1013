package io.godwit.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one alternative of a {@link VersionRange}: comparators apart by blanks, all of which must hold. */
final class VersionRangeText {

    private static final String ANY = "[xX*]";

    /** After a wildcard there are wildcards only, and a pre-release belongs to a whole version. */
    private static final Pattern PARTIAL = Pattern.compile("v?(?:" + Version.NUMBER + "\\." + Version.NUMBER + "\\."
            + Version.NUMBER + Version.TAIL + "|" + Version.NUMBER + "(?:\\." + Version.NUMBER + "(?:\\." + ANY
            + ")?|(?:\\." + ANY + "){1,2})?|" + ANY + "(?:\\." + ANY + "){0,2})");

    private static final Pattern COMPARATOR = Pattern.compile("\\s*(>=|<=|>|<|=|\\^|~>|~)?\\s*(\\S+)");

    private final String text;
    private final List<VersionBound> bounds = new ArrayList<>();

    VersionRangeText(String text) {
        this.text = text.strip();
    }

    List<VersionBound> bounds() {
        String[] ends = text.split("\\s+-\\s+", -1);
        if (ends.length == 2) {
            Partial upper = partial(ends[1]);
            bounds.add(new VersionBound(">=", partial(ends[0]).lowest()));
            bounds.add(upper.whole() ? new VersionBound("<=", upper.lowest()) : below(upper.next()));
            return List.copyOf(bounds);
        }
        String rest = text.isEmpty() ? "*" : text;
        Matcher matcher = COMPARATOR.matcher(rest);
        while (matcher.find()) {
            add(matcher.group(1) == null ? "=" : matcher.group(1), partial(matcher.group(2)));
        }
        return List.copyOf(bounds);
    }

    private void add(String comparison, Partial partial) {
        switch (comparison) {
            case "^" -> between(partial, partial.nextBreaking());
            case "~", "~>" -> between(partial, partial.nextMinor());
            case ">" -> bounds.add(partial.whole() ? new VersionBound(">", partial.lowest()) : atLeast(partial.next()));
            case "<=" -> bounds.add(partial.whole() ? new VersionBound("<=", partial.lowest()) : below(partial.next()));
            case "=" -> {
                if (partial.whole()) {
                    bounds.add(new VersionBound("=", partial.lowest()));
                } else {
                    between(partial, partial.next());
                }
            }
            case "<" -> bounds.add(partial.whole() ? new VersionBound("<", partial.lowest()) : below(partial.lowest()));
            default -> bounds.add(new VersionBound(comparison, partial.lowest()));
        }
    }

    private void between(Partial from, @Nullable Version before) {
        bounds.add(new VersionBound(">=", from.lowest()));
        if (before != null) {
            bounds.add(below(before));
        }
    }

    /** {@code next} is null when there is no next: {@code <=*} holds for all, {@code >*} for none. */
    private static VersionBound below(@Nullable Version next) {
        return next == null ? new VersionBound(">=", new Version(0, 0, 0, null)) : new VersionBound("<", lowest(next));
    }

    private static VersionBound atLeast(@Nullable Version next) {
        return next == null ? new VersionBound("<", new Version(0, 0, 0, "0")) : new VersionBound(">=", next);
    }

    /** Below 2.0.0 means below its pre-releases too. */
    private static Version lowest(Version version) {
        return new Version(version.major(), version.minor(), version.patch(), "0");
    }

    private Partial partial(String word) {
        Matcher matcher = PARTIAL.matcher(word);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no range of versions; write >=1.2 <2, ^1.4, ~1.4.2, 1.x or 1.2 - 1.8");
        }
        boolean whole = matcher.group(3) != null;
        return new Partial(
                number(matcher.group(whole ? 1 : 5)),
                number(matcher.group(whole ? 2 : 6)),
                number(matcher.group(3)),
                matcher.group(4));
    }

    private static @Nullable Long number(@Nullable String digits) {
        return digits == null ? null : Long.valueOf(digits);
    }

    /** A version of which the tail may be left open. */
    private record Partial(
            @Nullable Long major,
            @Nullable Long minor,
            @Nullable Long patch,
            @Nullable String preRelease) {

        boolean whole() {
            return patch != null;
        }

        Version lowest() {
            return new Version(zero(major), zero(minor), zero(patch), preRelease);
        }

        /** The first version after all that this stands for; null if it stands for every version. */
        @Nullable
        Version next() {
            return major == null ? null : minor == null ? of(major + 1, 0, 0) : of(major, minor + 1, 0);
        }

        @Nullable
        Version nextMinor() {
            return next();
        }

        @Nullable
        Version nextBreaking() {
            if (major == null) {
                return null;
            }
            if (major > 0 || minor == null) {
                return of(major + 1, 0, 0);
            }
            return minor > 0 || patch == null ? of(0, minor + 1, 0) : of(0, 0, patch + 1);
        }

        private static Version of(long major, long minor, long patch) {
            return new Version(major, minor, patch, null);
        }

        private static long zero(@Nullable Long number) {
            return number == null ? 0 : number;
        }
    }
}
