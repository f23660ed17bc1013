package io.godwit.dialect.mysql;

import io.godwit.schema.Index;

/** The comment by which a unique index is told from a unique constraint, which the catalog keeps alike. */
final class IndexMark {

    static final String WORDS = "[index]";

    private IndexMark() {}

    /** The clause to write behind the index's parts; empty where its shape says that it is no constraint. */
    static String write(Index index) {
        boolean alike = index.unique()
                && index.where() == null
                && index.columns().stream().allMatch(part -> part.name() != null && !part.descending());
        return alike ? " COMMENT '" + WORDS + "'" : "";
    }
}
