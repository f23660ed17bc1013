package io.godwit.compare;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One thing of a schema with all that is said of it. Immutable.
 *
 * @param kind what it is
 * @param object the table, view or sequence, as its database calls it
 * @param part its own name within that; empty for the object itself
 * @param key by which it is found on the other side
 * @param content what it is without its name, by which it is found under another name; empty if only the name tells
 * @param details what is said of it, in an order for people; what is not so is left out
 */
record SchemaFact(
        Difference.Kind kind, String object, String part, String key, String content, Map<String, Detail> details) {

    /** The details of a fact, as they are found. */
    static final class Details {

        private final Map<String, Detail> details = new LinkedHashMap<>();

        Details with(String attribute, @Nullable Detail detail) {
            if (detail != null) {
                details.put(attribute, detail);
            }
            return this;
        }

        Details with(String attribute, @Nullable String text) {
            return with(attribute, text == null || text.isEmpty() ? null : Detail.of(text));
        }

        /** Something that is so or not. */
        Details when(boolean so, String attribute) {
            return with(attribute, so ? "yes" : null);
        }

        Map<String, Detail> map() {
            return details;
        }
    }

    /** All of it, for people. */
    String words() {
        return details.entrySet().stream()
                .map(detail -> detail.getValue().text().equals("yes")
                        ? detail.getKey()
                        : detail.getKey() + " " + detail.getValue().text())
                .collect(Collectors.joining(", "));
    }
}
