package io.godwit.migration;

import java.util.Locale;

/** Why a migration exists; descriptive. */
public enum Category {
    INSTALL,
    UPGRADE,
    PATCH,
    FEATURE,
    PERFORMANCE,
    SECURITY,
    MAINTENANCE,
    MIGRATION;

    /** As documents write it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
