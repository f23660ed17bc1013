package io.godwit.examples.plugins;

/** Both plugins on MySQL. */
final class MySqlPluginsTest implements PluginContract, TaskImportContract, UpgradeContract {

    @Override
    public PluginDatabase emptyDatabase() {
        return new MySqlDatabase(MySqlServer.MYSQL);
    }
}
