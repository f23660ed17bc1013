package io.godwit.schema;

import java.util.Locale;

/** What a foreign key does when the row it refers to goes or changes. */
public enum ReferentialAction {
    NO_ACTION,
    RESTRICT,
    CASCADE,
    SET_NULL,
    SET_DEFAULT;

    /** As in SQL, such as {@code SET NULL}. */
    public String sql() {
        return name().replace('_', ' ');
    }

    /** As documents write it, such as {@code set null}. */
    @Override
    public String toString() {
        return sql().toLowerCase(Locale.ROOT);
    }
}
