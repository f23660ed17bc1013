package io.godwit.archive;

import java.util.List;
import java.util.regex.Pattern;

/** Secret keys in a text; what is wrong with one is told without it. Stateless. */
public final class KeyLines {

    private static final Pattern SECRET_KEY = Pattern.compile("AGE-SECRET-KEY-1[A-Z0-9]{58}");

    private KeyLines() {}

    /**
     * The keys of a text.
     *
     * @param text a secret key a line; empty lines and those that begin with {@code #} say nothing
     * @throws IllegalArgumentException if there is none, or one that is none; the message does not repeat it
     */
    public static List<String> of(String text) {
        List<String> keys = text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("there is no key");
        }
        for (int i = 0; i < keys.size(); i++) {
            if (!SECRET_KEY.matcher(keys.get(i)).matches()) {
                throw new IllegalArgumentException("key " + (i + 1)
                        + " is no secret key of age: it begins with AGE-SECRET-KEY-1 and has 74 characters");
            }
        }
        return keys;
    }
}
