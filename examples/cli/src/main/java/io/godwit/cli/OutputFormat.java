package io.godwit.cli;

import java.util.Locale;

/** How an answer is written. */
enum OutputFormat {
    TEXT,
    JSON,
    MARKDOWN,
    MERMAID,
    SQL,
    HTML,
    YAML,
    SUMMARY,
    REPORT;

    /** Whether only sets of packages are written so. */
    boolean isOfSets() {
        return this == YAML || this == SUMMARY || this == REPORT;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
