package io.godwit.migration;

import java.util.Locale;

/** What happens on an engine that a migration does not list. */
public enum OnOtherEngines {
    /** The plan is refused before anything runs. */
    REFUSE,
    /** The migration is recorded as skipped; what depends on it still runs. */
    SKIP;

    /** As documents write it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
