package io.godwit.migration;

import java.util.Locale;

/** What happens to a row that cannot be mapped or written. */
public enum OnError {
    FAIL,
    SKIP;

    /** As documents write it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
