package io.godwit.history;

import org.jspecify.annotations.Nullable;

/**
 * The end of the audit trail; a plan remembers it, and the next entry follows it. Immutable.
 *
 * @param sequence of the newest entry; 0 for none
 * @param hash of the newest entry; empty for none
 */
public record AuditHead(long sequence, String hash) {

    /** Of an empty trail. */
    public static final AuditHead NONE = new AuditHead(0, "");

    /** By hand, as is the hash code: those of a record are linked when they are first called, which a short process feels. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AuditHead head && sequence == head.sequence && hash.equals(head.hash);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(sequence) + hash.hashCode();
    }

    /** The entry that comes next. */
    public AuditEntry next(
            String at,
            String actor,
            String action,
            String pluginId,
            String migrationId,
            String runId,
            String outcome,
            String detail) {
        return new AuditEntry(sequence + 1, at, actor, action, pluginId, migrationId, runId, outcome, detail, hash, "")
                .sealed();
    }

    /** The head once {@code entry} is written. */
    public static AuditHead at(AuditEntry entry) {
        return new AuditHead(entry.sequence(), entry.hash());
    }
}
