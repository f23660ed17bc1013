package io.godwit.examples.plugins;

/** Both plugins on PostgreSQL. */
final class PostgresPluginsTest implements PluginContract, TaskImportContract, UpgradeContract {

    @Override
    public PluginDatabase emptyDatabase() {
        return new PostgresDatabase();
    }
}
