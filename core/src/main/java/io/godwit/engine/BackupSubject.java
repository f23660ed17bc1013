package io.godwit.engine;

import io.godwit.plan.LiveSchema;
import io.godwit.schema.Table;
import java.sql.SQLException;
import java.util.List;

/**
 * What a backup is of. Immutable.
 *
 * @param pluginId whose it is; empty for all plugins
 * @param version the plugin's version; empty for all plugins
 * @param migration the migration before which it is taken; empty for none
 * @param reason why it is taken
 * @param tables which tables are in it, where it is made of tables
 */
record BackupSubject(String pluginId, String version, String migration, String reason, Choice tables) {

    /** Chooses tables as they are in the database. */
    interface Choice {
        List<Table> of(LiveSchema live) throws SQLException;
    }
}
