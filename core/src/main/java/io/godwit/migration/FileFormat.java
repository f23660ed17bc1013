package io.godwit.migration;

import java.util.Locale;

/** How a file of rows is written. */
public enum FileFormat {
    JSONL,
    JSON,
    CSV;

    /** As documents write it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
