package io.godwit.history;

/**
 * A thing of the database and who made it: one row of {@code godwit_object} that is not dropped. Immutable.
 *
 * @param name what it is
 * @param pluginId the plugin that it belongs to
 * @param migrationId the migration that made it
 */
public record OwnedObject(ObjectName name, String pluginId, String migrationId) {}
