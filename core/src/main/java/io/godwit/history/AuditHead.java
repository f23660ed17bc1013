package io.godwit.history;

/**
 * The end of the audit trail; a plan remembers it, and the next entry follows it. Immutable.
 *
 * @param sequence of the newest entry; 0 for none
 * @param hash of the newest entry; empty for none
 */
public record AuditHead(long sequence, String hash) {

    /** Of an empty trail. */
    public static final AuditHead NONE = new AuditHead(0, "");

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
