package io.godwit.plan;

import io.godwit.history.AppliedMigration;
import io.godwit.history.Relations;
import io.godwit.migration.Migration;
import io.godwit.migration.Version;

/**
 * A migration as the resolution of dependencies sees it, applied or pending.
 *
 * @param id its identity
 * @param pluginId the plugin that owns it
 * @param version the plugin's version with it
 * @param relations what it needs and must not meet
 * @param applied whether it is applied already
 */
record Node(String id, String pluginId, Version version, Relations relations, boolean applied) {

    static Node of(AppliedMigration migration) {
        return new Node(
                migration.migrationId(), migration.pluginId(), migration.version(), migration.relations(), true);
    }

    static Node of(Migration migration) {
        return new Node(migration.id(), migration.pluginId(), migration.version(), Relations.of(migration), false);
    }
}
