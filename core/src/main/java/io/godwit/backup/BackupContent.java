package io.godwit.backup;

import java.util.Locale;

/** What a backup is made of. */
public enum BackupContent {
    /** Rows of tables. */
    TABLES,
    /** The database's own file. */
    FILE,
    /** What an engine's own tool wrote. */
    DUMP,
    /** Where on its own machine the server keeps what it wrote, and how that is brought back. */
    SERVER;

    /** As the manifest writes it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
