package io.godwit.migration;

import java.util.Locale;

/** What happens to a row whose key is there already. */
public enum OnConflict {
    FAIL,
    SKIP,
    UPDATE;

    /** As documents write it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
