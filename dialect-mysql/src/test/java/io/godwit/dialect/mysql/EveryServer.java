package io.godwit.dialect.mysql;

import io.godwit.tck.harness.TestDatabase;

/** Every server that the dialects are for, MariaDB also through MySQL's driver. */
enum EveryServer {
    MYSQL,
    MARIADB,
    MARIADB_BY_CONNECTOR_J,
    MARIADB_11,
    MARIADB_11_BY_CONNECTOR_J;

    boolean isByConnectorJ() {
        return this == MYSQL || this == MARIADB_BY_CONNECTOR_J || this == MARIADB_11_BY_CONNECTOR_J;
    }

    TestDatabase create() {
        return create("");
    }

    /** @param option behind the URL's own */
    TestDatabase create(String option) {
        return MySqlTestDatabase.create(url(option));
    }

    private ServerUrl url(String option) {
        return switch (this) {
            case MYSQL -> new ServerUrl(TestServer.MYSQL.url() + option);
            case MARIADB -> new ServerUrl(TestServer.MARIADB.url() + option);
            case MARIADB_BY_CONNECTOR_J -> MARIADB.url(option).byConnectorJ();
            case MARIADB_11 -> new ServerUrl(TestServer.MARIADB_11.url() + option);
            case MARIADB_11_BY_CONNECTOR_J -> MARIADB_11.url(option).byConnectorJ();
        };
    }
}
