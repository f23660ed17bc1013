package io.godwit.schema;

import java.util.Locale;
import java.util.Objects;

/**
 * An identifier as its author wrote it: never folded, never quoted. Immutable.
 *
 * <p>Only a dialect turns a name into SQL text, by quoting it. Engines limit the length; a dialect refuses a name that
 * its engine would cut.
 *
 * @param text the bare characters; not empty, no control characters
 */
public record Name(String text) implements Comparable<Name> {

    public Name {
        Objects.requireNonNull(text, "text");
        if (text.isBlank()) {
            throw new IllegalArgumentException("a name must not be empty");
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a name must not contain control characters");
        }
        if (!text.codePoints().allMatch(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)) {
            throw new IllegalArgumentException("a name must be well-formed Unicode");
        }
    }

    public static Name of(String text) {
        return new Name(text);
    }

    /** What two names must not share in one place: they may differ in more than case only. */
    public String caseless() {
        return text.toLowerCase(Locale.ROOT);
    }

    @Override
    public int compareTo(Name other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
