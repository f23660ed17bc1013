package io.godwit.history;

import io.godwit.format.CanonicalHash;
import io.godwit.migration.Migration;
import io.godwit.migration.Version;
import java.util.List;

/**
 * One row of {@code godwit_migration}, without its document and journal, which are read when they are needed.
 *
 * @param sequence its place in the order of all that was ever written
 * @param pluginId the plugin that owns it
 * @param migrationId its identity
 * @param version the plugin's version with it
 * @param state how far it got
 * @param upHash hash of what it did
 * @param downHash hash of how it is taken back
 * @param sourceHash SHA-256 of the document's bytes; empty when it did not come from a document
 * @param relations what it needs and what it must not meet
 * @param appliedAt when, in UTC, as text
 * @param actor by whom
 * @param durationMillis how long it took
 */
public record AppliedMigration(
        long sequence,
        String pluginId,
        String migrationId,
        Version version,
        MigrationState state,
        String upHash,
        String downHash,
        String sourceHash,
        Relations relations,
        String appliedAt,
        String actor,
        long durationMillis) {

    /** One that no database has seen, as if it were wholly applied. */
    public static AppliedMigration of(Migration migration) {
        return new AppliedMigration(
                0,
                migration.pluginId(),
                migration.id(),
                migration.version(),
                MigrationState.APPLIED,
                CanonicalHash.hash(migration).up(),
                CanonicalHash.hash(migration).down(),
                "",
                Relations.of(migration),
                "",
                "",
                0);
    }

    /** As the other, of which only this is known. */
    public static AppliedMigration of(String pluginId, String migrationId, Version version, String upHash) {
        Relations unknown = new Relations(List.of(), List.of());
        return new AppliedMigration(
                0, pluginId, migrationId, version, MigrationState.APPLIED, upHash, "", "", unknown, "", "", 0);
    }

    /** False for what is applied in part and goes on where it stopped. */
    public boolean isWhole() {
        return state != MigrationState.PARTIAL;
    }
}
