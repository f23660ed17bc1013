package io.godwit.plan;

import java.util.Locale;

/** What becomes of a plugin's tables when the plugin goes. */
public enum UninstallMode {
    /** They are dropped, with their rows. */
    DROP,
    /** They stay; the history says that they are orphaned, and the plugin adopts them when it is installed again. */
    KEEP;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
