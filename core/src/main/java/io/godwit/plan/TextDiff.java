package io.godwit.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The lines that differ between two texts, by their longest common subsequence, with two lines around each change. */
final class TextDiff {

    private static final int CONTEXT = 2;
    private static final int MOST_LINES = 60;

    private final List<String> before;
    private final List<String> after;

    TextDiff(String before, String after) {
        this.before = before.lines().toList();
        this.after = after.lines().toList();
    }

    /** Lines that begin with {@code -} were there before, with {@code +} are there now. */
    String text() {
        List<String> lines = around(lines());
        List<String> shown = lines.size() <= MOST_LINES ? lines : lines.subList(0, MOST_LINES);
        return String.join("\n", shown)
                + (shown.size() < lines.size() ? "\n  … " + (lines.size() - shown.size()) + " more lines" : "");
    }

    private List<String> lines() {
        int[][] common = commonLengths();
        List<String> lines = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
                lines.add("  " + before.get(i++));
                j++;
            } else if (i < before.size() && (j == after.size() || common[i + 1][j] >= common[i][j + 1])) {
                lines.add("- " + before.get(i++));
            } else {
                lines.add("+ " + after.get(j++));
            }
        }
        return lines;
    }

    private int[][] commonLengths() {
        int[][] common = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                common[i][j] = before.get(i).equals(after.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private static List<String> around(List<String> lines) {
        List<Boolean> shown = new ArrayList<>(Collections.nCopies(lines.size(), false));
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).startsWith("  ")) {
                for (int near = Math.max(0, i - CONTEXT); near <= Math.min(lines.size() - 1, i + CONTEXT); near++) {
                    shown.set(near, true);
                }
            }
        }
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (shown.get(i)) {
                kept.add(lines.get(i));
            } else if (i > 0 && shown.get(i - 1)) {
                kept.add("  …");
            }
        }
        return kept;
    }
}
