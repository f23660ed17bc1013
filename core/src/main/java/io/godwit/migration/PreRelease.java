package io.godwit.migration;

import org.jspecify.annotations.Nullable;

/** What pre-releases look like, and their precedence: rules 9 and 11 of semver.org 2.0.0. */
final class PreRelease {

    private static final String IDENTIFIER = "(?:0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*)";

    /** Identifiers apart by dots; none is empty, and no number has leading zeros. */
    static final String FORM = IDENTIFIER + "(?:\\." + IDENTIFIER + ")*";

    private PreRelease() {}

    static int compare(@Nullable String left, @Nullable String right) {
        if (left == null || right == null) {
            return left == null ? (right == null ? 0 : 1) : -1;
        }
        String[] lefts = left.split("\\.", -1);
        String[] rights = right.split("\\.", -1);
        for (int i = 0; i < Math.min(lefts.length, rights.length); i++) {
            int part = comparePart(lefts[i], rights[i]);
            if (part != 0) {
                return part;
            }
        }
        return Integer.compare(lefts.length, rights.length);
    }

    private static int comparePart(String left, String right) {
        boolean leftNumber = isNumber(left);
        if (leftNumber != isNumber(right)) {
            return leftNumber ? -1 : 1;
        }
        int length = leftNumber ? Integer.compare(left.length(), right.length()) : 0;
        return length != 0 ? length : left.compareTo(right);
    }

    private static boolean isNumber(String part) {
        return part.chars().allMatch(digit -> digit >= '0' && digit <= '9');
    }
}
