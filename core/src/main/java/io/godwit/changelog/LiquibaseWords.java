package io.godwit.changelog;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** What an exception of Liquibase says, with the causes that say more. */
final class LiquibaseWords {

    /** Who caught what and threw it again. */
    private static final Pattern CLASSES = Pattern.compile("(?:liquibase\\.[\\w.]*(?:Exception|Error): )+");

    private LiquibaseWords() {}

    static String of(Throwable failure) {
        Set<String> words = new LinkedHashSet<>();
        for (Throwable each = failure; each != null; each = each.getCause()) {
            String text = each.getMessage() == null
                    ? each.getClass().getSimpleName()
                    : CLASSES.matcher(each.getMessage()).replaceAll("").strip();
            boolean known = words.stream().anyMatch(said -> said.contains(text));
            if (!known) {
                words.removeIf(text::contains);
                words.add(text);
            }
        }
        return String.join("; ", words);
    }
}
