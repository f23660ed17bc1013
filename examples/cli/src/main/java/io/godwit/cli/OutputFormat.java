package io.godwit.cli;

import java.util.Locale;

/** How an answer is written. */
enum OutputFormat {
    TEXT,
    JSON,
    MARKDOWN,
    MERMAID,
    SQL,
    HTML;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
