package io.godwit.examples.plugins;

/** Both plugins on SQL Server. */
final class SqlServerPluginsTest implements PluginContract, TaskImportContract, UpgradeContract {

    @Override
    public PluginDatabase emptyDatabase() {
        return new SqlServerDatabase();
    }
}
