package io.godwit.history;

import java.util.ArrayList;
import java.util.List;

/**
 * Follows the audit trail from its beginning: every number once, every entry as it was written, every one behind the one before. A
 * {@code repair} entry with the digest of all before it makes their breaks known, and a new segment begins. For one use.
 */
final class TrailCheck {

    private static final String TABLE = HistoryTables.AUDIT.name().text();

    private final List<Damage> damages = new ArrayList<>();
    private final Digest before = new Digest();
    private AuditHead head = AuditHead.NONE;
    private long acknowledged;

    TrailCheck(List<AuditEntry> entries) {
        for (AuditEntry entry : entries) {
            if (!acknowledges(entry)) {
                follow(entry);
            }
            entry.addTo(before);
            head = AuditHead.at(entry);
        }
    }

    List<Damage> damages() {
        return damages;
    }

    AuditHead head() {
        return head;
    }

    long acknowledged() {
        return acknowledged;
    }

    /** The digest of all entries, as a {@code repair} entry has it that signs for them. */
    String digest() {
        return before.text();
    }

    private boolean acknowledges(AuditEntry entry) {
        String trail = entry.evidence().trail();
        if (trail.isEmpty() || !entry.action().equals(AuditEntry.REPAIR)) {
            return false;
        }
        if (!trail.equals(before.textSoFar()) || entry.sequence() <= head.sequence() || !entry.follows(head.hash())) {
            return false;
        }
        damages.clear();
        acknowledged = entry.sequence();
        return true;
    }

    private void follow(AuditEntry entry) {
        long expected = head.sequence() + 1;
        if (entry.sequence() < expected) {
            add(entry, "seq", "the number is there twice");
        } else if (entry.sequence() > expected) {
            add(entry, "seq", missing(expected, entry.sequence() - 1));
        } else if (!entry.previousHash().equals(head.hash())) {
            add(entry, "previous_hash", "it does not follow entry " + head.sequence() + ": one of the two was changed");
        }
        if (!entry.isAsWritten()) {
            add(entry, "", "it was changed after it was written, or was not written by Godwit");
        }
    }

    private static String missing(long first, long last) {
        return first == last
                ? "entry " + first + " is missing before it"
                : "entries " + first + " to " + last + " are missing before it";
    }

    private void add(AuditEntry entry, String column, String words) {
        damages.add(new Damage(TABLE, Long.toString(entry.sequence()), column, words));
    }
}
