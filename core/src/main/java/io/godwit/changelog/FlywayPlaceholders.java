package io.godwit.changelog;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values for {@code ${name}}, whose case does not count, as with Flyway. Immutable. */
final class FlywayPlaceholders {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)}");

    private final TreeMap<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    FlywayPlaceholders(Map<String, String> values) {
        this.values.putAll(values);
    }

    /** @throws UnconvertedException if one has no value */
    String replaced(String text) {
        return PLACEHOLDER.matcher(text).replaceAll(found -> {
            String value = values.get(found.group(1));
            if (value == null) {
                throw new UnconvertedException(
                        "the placeholder " + found.group() + " has no value: say -D " + found.group(1) + "=VALUE");
            }
            return Matcher.quoteReplacement(value);
        });
    }
}
