package io.godwit.history;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether the audit trail, and what it proves of the history, is as it was written. Immutable.
 *
 * @param entries how many entries were looked at
 * @param head the end of the trail
 * @param acknowledged the entry that says somebody knows of all breaks before it; 0 for none
 * @param damages what is not as it was written, of the audit trail first and in its order
 */
public record AuditVerdict(long entries, AuditHead head, long acknowledged, List<Damage> damages) {

    public AuditVerdict {
        damages = List.copyOf(damages);
    }

    /** Whether all is as it was written, or somebody has signed for what is not. */
    public boolean intact() {
        return damages.isEmpty();
    }

    /**
     * Whoever relies on the history goes no further if it is not intact.
     *
     * @throws io.godwit.failure.RepairNeededException if it is not
     */
    public void require() {
        Damages.refuse(damages);
    }

    /** What is broken first; empty if nothing is. */
    public Optional<Damage> first() {
        return damages.stream().findFirst();
    }

    /**
     * The same beside a head that was exported: the entry of its number must still be there, with its hash.
     *
     * @param entriesNow the trail
     */
    public AuditVerdict beside(AuditHead exported, List<AuditEntry> entriesNow) {
        boolean there = exported.sequence() == 0
                || entriesNow.stream()
                        .anyMatch(entry -> entry.sequence() == exported.sequence()
                                && entry.hash().equals(exported.hash()));
        if (there) {
            return this;
        }
        String words = head.sequence() < exported.sequence()
                ? "the trail ends at entry " + head.sequence() + ", and had " + exported.sequence()
                        + " when its head was exported: it was cut off"
                : "it is not the entry that was the head when it was exported: the trail was rewritten";
        Damage lost = new Damage("godwit_audit", Long.toString(exported.sequence()), "hash", words);
        return new AuditVerdict(
                entries,
                head,
                acknowledged,
                Stream.concat(Stream.of(lost), damages.stream()).toList());
    }
}
