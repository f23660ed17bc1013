package io.godwit.dialect;

/** What a change does to those who use the table meanwhile, from least to most. */
public enum Impact {
    /** Changes the catalog; its time does not depend on the rows. */
    BRIEF,
    /** Reads or writes every row while others go on writing. */
    ONLINE,
    /** Reads every row while writers wait. */
    SCAN,
    /** Writes the table anew while writers, and on some engines readers, wait. */
    REWRITE,
    /** As {@link #REWRITE}, by copying row for row, where the engine has better ways for other changes. */
    COPY;

    public boolean isAtLeast(Impact other) {
        return compareTo(other) >= 0;
    }
}
