package io.godwit.schema;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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
        checkCharacters(text);
    }

    private static void checkCharacters(String text) {
        int point;
        for (int at = 0; at < text.length(); at += Character.charCount(point)) {
            point = text.codePointAt(at);
            if (Character.isISOControl(point)) {
                throw new IllegalArgumentException("a name must not contain control characters");
            }
            if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
                throw new IllegalArgumentException("a name must be well-formed Unicode");
            }
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

    /** By hand, as is the hash code: those of a record are linked when they are first called, which a short process feels. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Name name && text.equals(name.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
