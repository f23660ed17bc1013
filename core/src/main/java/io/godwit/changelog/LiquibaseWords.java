package io.godwit.changelog;

import java.util.LinkedHashSet;
import java.util.Set;

/** What an exception of Liquibase says, with the causes that say more. */
final class LiquibaseWords {

    private LiquibaseWords() {}

    static String of(Throwable failure) {
        Set<String> words = new LinkedHashSet<>();
        for (Throwable each = failure; each != null; each = each.getCause()) {
            String text = each.getMessage() == null
                    ? each.getClass().getSimpleName()
                    : each.getMessage().strip();
            boolean known = words.stream().anyMatch(said -> said.contains(text));
            if (!known) {
                words.removeIf(text::contains);
                words.add(text);
            }
        }
        return String.join("; ", words);
    }
}
