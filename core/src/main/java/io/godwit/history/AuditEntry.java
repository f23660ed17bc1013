package io.godwit.history;

/**
 * One line of the audit trail, chained to the one before by its hash.
 *
 * @param sequence from 1, without gaps
 * @param at when, in UTC, as text
 * @param actor who
 * @param action what was done: {@code apply}, {@code rollback}, {@code skip}, {@code adopt}, {@code keep}, {@code archive}, {@code upgrade}; or what was
 *     denied: {@code migrate}, {@code rollback}, {@code uninstall}, {@code adopt}
 * @param pluginId to which plugin
 * @param migrationId to which migration; empty for what was denied
 * @param runId in which run
 * @param outcome {@code done}, {@code failed} or {@code denied}
 * @param detail {@linkplain #words more, for people}, never a secret, and behind it hashes as evidence
 * @param previousHash the hash of the entry before; empty for the first
 * @param hash SHA-256 over all of the above, in hexadecimal
 */
public record AuditEntry(
        long sequence,
        String at,
        String actor,
        String action,
        String pluginId,
        String migrationId,
        String runId,
        String outcome,
        String detail,
        String previousHash,
        String hash) {

    /** How the words of a repair begin after which a migration's row is gone. */
    public static final String FORGOTTEN = "the history has forgotten ";

    static final String REPAIR = "repair";

    /** Whether the entry is as it was written and follows {@code previous}. */
    public boolean follows(String previous) {
        return previousHash.equals(previous) && isAsWritten();
    }

    AuditEntry sealed() {
        return new AuditEntry(
                sequence,
                at,
                actor,
                action,
                pluginId,
                migrationId,
                runId,
                outcome,
                detail,
                previousHash,
                expectedHash());
    }

    /** What was said for people: the detail without its evidence. */
    public String words() {
        return Evidence.words(detail);
    }

    /** The hash of the plan that was run; empty where none was, and in entries of older versions. */
    public String planHash() {
        return evidence().plan();
    }

    Evidence evidence() {
        return Evidence.in(detail);
    }

    boolean isDone() {
        return outcome.equals("done");
    }

    boolean isAsWritten() {
        return hash.equals(expectedHash());
    }

    private String expectedHash() {
        return fields(new Digest()).text();
    }

    void addTo(Digest digest) {
        fields(digest).add(hash);
    }

    private Digest fields(Digest digest) {
        return digest.add(sequence)
                .add(at)
                .add(actor)
                .add(action)
                .add(pluginId)
                .add(migrationId)
                .add(runId)
                .add(outcome)
                .add(detail)
                .add(previousHash);
    }
}
