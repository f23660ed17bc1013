package io.godwit.format;

/** Whom a document is for: it decides what may be said in it beyond the format that authors know. */
enum Audience {
    /** Authors: nothing beyond the format. */
    AUTHORS,
    /** The history: also the engine's own texts, the text of SQL files, and all that introspection can find. */
    HISTORY,
    /** The canonical hash: as the history, but texts are normalised, files are their hash, and nobody reads it back. */
    HASH
}
