package io.godwit.plan;

import java.util.Locale;

/** What becomes of a plugin's tables when the plugin goes. */
public enum UninstallMode {
    /** They are dropped, with their rows. */
    DROP,
    /** They stay; the history says that they are orphaned, and the plugin adopts them when it is installed again. */
    KEEP,
    /** Their rows, and the plugin's migrations, go into the host's backup store; then they are dropped. */
    ARCHIVE;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
