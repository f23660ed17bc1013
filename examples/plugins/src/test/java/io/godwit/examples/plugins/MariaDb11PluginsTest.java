package io.godwit.examples.plugins;

/** Both plugins on MariaDB 11. */
final class MariaDb11PluginsTest implements PluginContract, TaskImportContract, UpgradeContract {

    @Override
    public PluginDatabase emptyDatabase() {
        return new MySqlDatabase(MySqlServer.MARIADB_11);
    }
}
