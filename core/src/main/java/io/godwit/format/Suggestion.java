package io.godwit.format;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds what an author may have meant. */
final class Suggestion {

    /** Words of other tools and of SQL, squeezed, to ours; the first of ours that is known in the place is meant. */
    private static final Map<String, List<String>> SYNONYMS = Map.ofEntries(
            Map.entry("plugin", List.of("pluginId")),
            Map.entry("migrationid", List.of("id")),
            Map.entry("stepid", List.of("id")),
            Map.entry("requires", List.of("dependencies")),
            Map.entry("dependson", List.of("dependencies")),
            Map.entry("depends", List.of("dependencies")),
            Map.entry("engines", List.of("databaseEngines")),
            Map.entry("databases", List.of("databaseEngines")),
            Map.entry("risk", List.of("riskLevel")),
            Map.entry("backup", List.of("requiresBackup")),
            Map.entry("rollback", List.of("down")),
            Map.entry("transaction", List.of("transactional")),
            Map.entry("precondition", List.of("preValidation")),
            Map.entry("preconditions", List.of("preValidation")),
            Map.entry("tablename", List.of("table")),
            Map.entry("columnname", List.of("column", "name")),
            Map.entry("fields", List.of("columns")),
            Map.entry("datatype", List.of("type")),
            Map.entry("newtype", List.of("type")),
            Map.entry("notnull", List.of("nullable")),
            Map.entry("null", List.of("nullable")),
            Map.entry("pk", List.of("primaryKey")),
            Map.entry("fk", List.of("foreignKeys", "references")),
            Map.entry("foreignkey", List.of("foreignKeys", "references")),
            Map.entry("ref", List.of("references")),
            Map.entry("constraints", List.of("checks")),
            Map.entry("autoincrement", List.of("identity")),
            Map.entry("serial", List.of("identity")),
            Map.entry("defaultvalue", List.of("default", "defaultValue")),
            Map.entry("computed", List.of("generated")),
            Map.entry("newname", List.of("to")),
            Map.entry("oldname", List.of("from")),
            Map.entry("constraint", List.of("name")),
            Map.entry("constraintname", List.of("name")),
            Map.entry("indexname", List.of("name")),
            Map.entry("index", List.of("name")),
            Map.entry("view", List.of("name")),
            Map.entry("condition", List.of("where", "expression", "when")),
            Map.entry("filter", List.of("where")),
            Map.entry("select", List.of("query")),
            Map.entry("definition", List.of("query")),
            Map.entry("values", List.of("rows", "set")),
            Map.entry("data", List.of("rows")),
            Map.entry("keys", List.of("key")),
            Map.entry("direction", List.of("order")),
            Map.entry("role", List.of("to", "from")),
            Map.entry("partition", List.of("partitionBy")),
            Map.entry("insert", List.of("insertRows")),
            Map.entry("update", List.of("updateRows")),
            Map.entry("delete", List.of("deleteRows")),
            Map.entry("upsert", List.of("upsertRows")),
            Map.entry("altercolumntype", List.of("changeType")),
            Map.entry("addnotnull", List.of("setNotNull")),
            Map.entry("adduniqueconstraint", List.of("addUnique")),
            Map.entry("addforeignkeyconstraint", List.of("addForeignKey")));

    private Suggestion() {}

    /** A question to add to a message, such as {@code ; did you mean 'columns'?}; empty if nothing is near. */
    static String ask(String written, Collection<String> known) {
        return of(written, known)
                .map(meant -> "; did you mean '" + meant + "'?")
                .orElse("");
    }

    static Optional<String> of(String written, Collection<String> known) {
        String squeezed = squeezed(written);
        String nearest = null;
        int least = 1 + squeezed.length() / 4;
        for (String candidate : known) {
            int distance = distance(squeezed, squeezed(candidate));
            if (distance < least || (distance == least && nearest == null && squeezed.length() > 2)) {
                nearest = candidate;
                least = distance;
            }
        }
        if (nearest != null && least == 0) {
            return Optional.of(nearest);
        }
        Optional<String> synonym = SYNONYMS.getOrDefault(squeezed, List.of()).stream()
                .filter(known::contains)
                .findFirst();
        return synonym.isPresent() ? synonym : Optional.ofNullable(nearest);
    }

    /** A known word that differs from the written one in one letter or two neighbours only; words with digits are taken as meant. */
    static Optional<String> misspelt(String written, Collection<String> known) {
        if (written.length() < 4 || written.chars().anyMatch(Character::isDigit)) {
            return Optional.empty();
        }
        return known.stream().filter(word -> distance(written, word) == 1).findFirst();
    }

    /** Lower case, and nothing but letters and digits. */
    static String squeezed(String text) {
        StringBuilder squeezed = new StringBuilder(text.length());
        String lower = text.toLowerCase(Locale.ROOT);
        for (int at = 0; at < lower.length(); at++) {
            if (Character.isLetterOrDigit(lower.charAt(at))) {
                squeezed.append(lower.charAt(at));
            }
        }
        return squeezed.toString();
    }

    /** Insertions, deletions, replacements and swaps of neighbours that make one text of the other. */
    private static int distance(String left, String right) {
        if (Math.abs(left.length() - right.length()) > 3) {
            return Integer.MAX_VALUE;
        }
        int[] beforeLast = new int[right.length() + 1];
        int[] last = new int[right.length() + 1];
        for (int column = 0; column <= right.length(); column++) {
            last[column] = column;
        }
        for (int row = 1; row <= left.length(); row++) {
            int[] current = new int[right.length() + 1];
            current[0] = row;
            for (int column = 1; column <= right.length(); column++) {
                boolean same = left.charAt(row - 1) == right.charAt(column - 1);
                int cost = Math.min(Math.min(last[column], current[column - 1]) + 1, last[column - 1] + (same ? 0 : 1));
                boolean swapped = row > 1
                        && column > 1
                        && left.charAt(row - 1) == right.charAt(column - 2)
                        && left.charAt(row - 2) == right.charAt(column - 1);
                current[column] = swapped ? Math.min(cost, beforeLast[column - 2] + 1) : cost;
            }
            beforeLast = last;
            last = current;
        }
        return last[right.length()];
    }
}
