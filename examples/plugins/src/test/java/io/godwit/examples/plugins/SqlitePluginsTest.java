package io.godwit.examples.plugins;

/** Both plugins on SQLite. */
final class SqlitePluginsTest implements PluginContract, TaskImportContract, UpgradeContract {

    @Override
    public PluginDatabase emptyDatabase() {
        return new SqliteDatabase();
    }
}
