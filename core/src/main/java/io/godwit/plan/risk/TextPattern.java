package io.godwit.plan.risk;

import io.godwit.schema.TableName;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words in SQL text that say what a rule is about. Immutable.
 *
 * @param rule the rule's id
 * @param words matches in {@linkplain BareText bare text}; its group {@code table}, if it has one, names the table
 * @param applies where it counts
 */
record TextPattern(String rule, Pattern words, Predicate<Change> applies) {

    /** A table's name as text writes it, quoted or not. */
    private static final String TABLE = "(?<table>[\\\\w.\"`\\\\[\\\\]]+)";

    /** Everywhere; a blank stands for any white space, {@code #} for a table's name. */
    static TextPattern of(String rule, String words) {
        return where(rule, words, change -> true);
    }

    static TextPattern where(String rule, String words, Predicate<Change> applies) {
        return new TextPattern(rule, Pattern.compile(words.replaceFirst("#", TABLE)), applies);
    }

    /** The table that a match names, if it names one that can be read. */
    static Optional<TableName> table(Matcher match) {
        if (!match.pattern().pattern().contains("?<table>")) {
            return Optional.empty();
        }
        String written = match.group("table").replaceAll("[`\\[\\]\"]", "");
        try {
            return Optional.of(TableName.parse(written));
        } catch (IllegalArgumentException notATable) {
            return Optional.empty();
        }
    }
}
