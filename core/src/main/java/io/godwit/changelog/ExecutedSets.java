package io.godwit.changelog;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.precondition.core.ChangeSetExecutedPrecondition;
import org.jspecify.annotations.Nullable;

/**
 * Which change sets ran before another on a database that had nothing: {@code changeSetExecuted} is asked of the changelog, for the history of its
 * migrations is not Liquibase's. For one thread.
 */
final class ExecutedSets {

    private static final String UNKNOWN = "";

    /** By place: a condition that always holds or never does, or {@link #UNKNOWN}. */
    private final Map<String, String> ran = new HashMap<>();

    /** Its turn is now, and nobody knows what becomes of it. */
    void begin(ChangeSet set) {
        ran.put(key(set.getFilePath(), set.getId(), set.getAuthor()), UNKNOWN);
    }

    /** @param condition the SELECT that tells whether it runs; null for none */
    void converted(ChangeSet set, @Nullable String condition) {
        String holds = condition == null
                ? ConvertedCondition.TRUE
                : condition.equals(ConvertedCondition.select(ConvertedCondition.FALSE))
                        ? ConvertedCondition.FALSE
                        : UNKNOWN;
        ran.put(key(set.getFilePath(), set.getId(), set.getAuthor()), holds);
    }

    /** @throws UnconvertedException if it depends on what only a database knows */
    String answer(ChangeSetExecutedPrecondition asked) {
        String place = asked.getChangeLogFile() + "::" + asked.getId() + "::" + asked.getAuthor();
        if (asked.getChangeLogFile() == null || asked.getId() == null || asked.getAuthor() == null) {
            throw new UnconvertedException("the precondition changeSetExecuted does not say all of " + place);
        }
        String holds = ran.getOrDefault(
                key(asked.getChangeLogFile(), asked.getId(), asked.getAuthor()), ConvertedCondition.FALSE);
        if (holds.equals(UNKNOWN)) {
            throw new UnconvertedException("the precondition changeSetExecuted asks for " + place
                    + ", which has preconditions of its own, or no form");
        }
        return holds;
    }

    private static String key(String file, String id, String author) {
        return (DatabaseChangeLog.normalizePath(file) + "\n" + id + "\n" + author).toLowerCase(Locale.ROOT);
    }
}
