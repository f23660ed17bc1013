package io.godwit.history;

import java.util.Locale;

/** What kind of thing of a database belongs to a plugin. */
public enum ObjectKind {
    TABLE,
    VIEW,
    SEQUENCE,
    SCHEMA,
    COLUMN,
    INDEX,
    CONSTRAINT,
    TRIGGER;

    static ObjectKind parse(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
