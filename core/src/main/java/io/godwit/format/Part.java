package io.godwit.format;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What became of a part of a document: a value; or nothing, because it is absent or because its faults were reported.
 *
 * @param orNull the value; null for nothing
 */
record Part<T>(@Nullable T orNull) {

    private static final Part<?> NOTHING = new Part<>(null);

    static <T> Part<T> of(T value) {
        return new Part<>(value);
    }

    @SuppressWarnings("unchecked") // nothing is of every type
    static <T> Part<T> nothing() {
        return (Part<T>) NOTHING;
    }

    /** The value of a part that is there for certain: what is required, when no problem was found. */
    T get() {
        return Objects.requireNonNull(orNull, "a part that was not read");
    }

    T or(T other) {
        return orNull == null ? other : orNull;
    }
}
