package io.godwit.archive;

/** What a dump may leave out. */
public enum DumpPart {
    /** Indexes that no key brings. */
    INDEXES,
    /** Functions, procedures and triggers. */
    FUNCTIONS,
    /** Views, materialized ones included. */
    VIEWS
}
