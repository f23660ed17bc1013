package io.godwit.examples.plugins;

import io.godwit.tck.harness.NamedServer;
import java.util.EnumMap;
import java.util.Map;

/** Servers for all tests: the one that the environment variable names, else the prepared one. */
enum MySqlServer {
    MYSQL("mysql", "GODWIT_TEST_MYSQL_URL", "mysql-9"),
    MARIADB("mariadb", "GODWIT_TEST_MARIADB_URL", "mariadb-10"),
    MARIADB_11("mariadb", "GODWIT_TEST_MARIADB_11_URL", "mariadb-11");

    private static final Map<MySqlServer, String> RUNNING = new EnumMap<>(MySqlServer.class);

    private final String engine;
    private final String variable;
    private final String folder;

    MySqlServer(String engine, String variable, String folder) {
        this.engine = engine;
        this.variable = variable;
        this.folder = folder;
    }

    /** The JDBC URL without a database; a test that asks is aborted, or fails where the engine is required, if there is none. */
    String url() {
        synchronized (RUNNING) {
            return RUNNING.computeIfAbsent(this, server -> server.named().url());
        }
    }

    private NamedServer named() {
        return new NamedServer(engine, variable, folder);
    }
}
