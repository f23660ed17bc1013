package io.godwit.history;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * One line of the audit trail, chained to the one before by its hash.
 *
 * @param sequence from 1, without gaps
 * @param at when, in UTC, as text
 * @param actor who
 * @param action what was done: {@code apply}, {@code rollback}, {@code skip}, {@code adopt}, {@code keep}, {@code archive}; or what was
 *     denied: {@code migrate}, {@code rollback}, {@code uninstall}, {@code adopt}
 * @param pluginId to which plugin
 * @param migrationId to which migration; empty for what was denied
 * @param runId in which run
 * @param outcome {@code done}, {@code failed} or {@code denied}
 * @param detail more, for people; never a secret
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

    /** Whether the entry is as it was written and follows {@code previous}. */
    public boolean follows(String previous) {
        return previousHash.equals(previous) && hash.equals(expectedHash());
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

    private String expectedHash() {
        MessageDigest digest = sha256();
        List<String> fields = List.of(
                Long.toString(sequence),
                at,
                actor,
                action,
                pluginId,
                migrationId,
                runId,
                outcome,
                detail,
                previousHash);
        for (String field : fields) {
            byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
            digest.update(Integer.toString(bytes.length).getBytes(StandardCharsets.US_ASCII));
            digest.update((byte) ':');
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
