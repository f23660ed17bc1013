package io.godwit.engine;

import java.util.Locale;

/** How a run ended. */
public enum Outcome {
    SUCCEEDED,
    NOTHING_TO_DO,
    FAILED,
    REFUSED;

    /** As scripts read it, such as {@code nothing-to-do}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
