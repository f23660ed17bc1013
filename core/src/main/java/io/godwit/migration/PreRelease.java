package io.godwit.migration;

import org.jspecify.annotations.Nullable;

/** The precedence of pre-releases, as rule 11 of semver.org 2.0.0 has it. */
final class PreRelease {

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
        boolean leftNumber = left.matches("[0-9]{1,18}");
        boolean rightNumber = right.matches("[0-9]{1,18}");
        if (leftNumber && rightNumber) {
            return Long.compare(Long.parseLong(left), Long.parseLong(right));
        }
        return leftNumber == rightNumber ? left.compareTo(right) : (leftNumber ? -1 : 1);
    }
}
