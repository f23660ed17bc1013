package io.godwit.dialect.mysql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What stands after SET. An assignment here sees what those before it have set
 * (https://dev.mysql.com/doc/refman/8.4/en/update.html), so each comes after all that still read its column; where they read each
 * other in a circle, a user variable keeps the value from before.
 */
final class Assignments {

    /** A text, or a name in backticks (group 2) with what qualifies it (group 1). */
    private static final Pattern TOKEN = Pattern.compile("'(?:[^']|'')*'|(?:(`(?:[^`]|``)*`)\\.)?(`(?:[^`]|``)*`)");

    private final Map<String, String> values;
    private final List<String> done = new ArrayList<>();
    private @Nullable String target;

    Assignments(Map<String, String> values) {
        this.values = new LinkedHashMap<>(values);
    }

    /**
     * The same in an UPDATE of several tables, where no variable can keep a value: its rows are joined before any is changed.
     *
     * @param label how columns of the table that changes are qualified
     */
    String of(String label) {
        target = label;
        return text();
    }

    String text() {
        while (!values.isEmpty()) {
            String next = values.keySet().stream()
                    .filter(column -> readers(column) == 0)
                    .findFirst()
                    .orElse(null);
            if (next == null && target != null) {
                throw Refusal.of(
                        "UPDATE … FROM with columns that are set from each other",
                        "the engine sets one after the other, and the later ones would see the new values",
                        "two statements, or a subquery in FROM that selects the old values");
            } else if (next == null) {
                breakCircle();
            } else {
                done.add((target == null ? "" : target + ".") + next + " = " + values.remove(next));
            }
        }
        return String.join(", ", done);
    }

    /** How many of the others still need the column's value from before. */
    private long readers(String column) {
        return values.entrySet().stream()
                .filter(other -> !other.getKey().equals(column))
                .filter(other -> !other.getValue().equals(replaced(other.getValue(), column, "")))
                .count();
    }

    /** The first column is set now, and its old value is remembered for those that read it. */
    private void breakCircle() {
        String column = values.keySet().iterator().next();
        String variable = "@godwit_" + done.size();
        String value = values.remove(column);
        done.add(column + " = CASE WHEN (" + variable + " := " + column + ") IS NULL OR TRUE THEN " + value + " END");
        Map<String, String> others = values.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> replaced(entry.getValue(), column, variable),
                        (one, other) -> one,
                        LinkedHashMap::new));
        values.clear();
        values.putAll(others);
    }

    private String replaced(String sql, String column, String with) {
        return TOKEN.matcher(sql)
                .replaceAll(token -> Matcher.quoteReplacement(
                        column.equals(token.group(2)) && isOfTarget(token.group(1)) ? with : token.group()));
    }

    private boolean isOfTarget(@Nullable String qualifier) {
        return target == null || qualifier == null || qualifier.equals(target);
    }
}
