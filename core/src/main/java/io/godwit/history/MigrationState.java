package io.godwit.history;

import java.util.Locale;

/** How far an entry of the history got. */
public enum MigrationState {
    /** Every step is done. */
    APPLIED,
    /** Not for this engine; recorded, and what depends on it may run. */
    SKIPPED,
    /** Some steps are done; the journal says which. */
    PARTIAL,
    /** Its plugin is uninstalled, and what it made was kept. */
    ORPHANED;

    static MigrationState parse(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
