package io.godwit.schema;

/** Whose SQL a text is. */
public enum Language {
    /** PostgreSQL-flavoured SQL that a dialect translates. */
    UNIVERSAL,
    /** The engine's own SQL, passed on as it is. */
    ENGINE
}
