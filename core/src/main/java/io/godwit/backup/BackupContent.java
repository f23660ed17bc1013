package io.godwit.backup;

import java.util.Locale;

/** What a backup is made of. */
public enum BackupContent {
    /** Rows of tables. */
    TABLES,
    /** The database's own file. */
    FILE,
    /** What an engine's own tool wrote. */
    DUMP;

    /** As the manifest writes it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
