package io.godwit.changelog;

import liquibase.change.CheckSum;
import org.jspecify.annotations.Nullable;

/** What must be said of rows of history whatever their change sets are. For one thread. */
record RowNotes(Findings findings) {

    /** Older checksums were made of another text, and no version of Liquibase at hand can make them again. */
    static final int OLDEST_CHECKSUM = 8;

    /** The checksum that can be compared; null, and said, if there is none. */
    @Nullable
    CheckSum checksum(RanChange row) {
        CheckSum stored = row.checksum() == null ? null : CheckSum.parse(row.checksum());
        if (stored == null) {
            findings.note(row.place(), "has no checksum in the history: it cannot be verified");
        } else if (stored.getVersion() < OLDEST_CHECKSUM) {
            findings.note(
                    row.place(),
                    "has a checksum of version " + stored.getVersion() + ", which cannot be made again: it cannot be"
                            + " verified");
            return null;
        }
        return stored;
    }

    void again(RanChange row) {
        if (row.execType().equals("RERAN")) {
            findings.note(row.place(), "ran more than once: it stands where it ran last, as its file is now");
        }
    }
}
