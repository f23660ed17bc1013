package io.godwit.examples.plugins;

/** Both plugins on MariaDB's long-term version. */
final class MariaDbPluginsTest implements PluginContract, TaskImportContract, UpgradeContract {

    @Override
    public PluginDatabase emptyDatabase() {
        return new MySqlDatabase(MySqlServer.MARIADB);
    }
}
