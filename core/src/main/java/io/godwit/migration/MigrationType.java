package io.godwit.migration;

import java.util.Locale;

/** What a migration or a step mainly changes; descriptive. */
public enum MigrationType {
    SCHEMA,
    DATA,
    INDEX,
    FUNCTION,
    TRIGGER,
    VIEW,
    EXTENSION,
    PERMISSION;

    /** As documents write it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
