package io.godwit.schema;

import java.util.Locale;

/** What an index is for; each engine has its own form or a documented fallback. */
public enum IndexMethod {
    BTREE,
    /** Containment in JSON documents. */
    JSON,
    /** Words in texts. */
    FULLTEXT,
    /** Nearest neighbours of embeddings. */
    VECTOR;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
