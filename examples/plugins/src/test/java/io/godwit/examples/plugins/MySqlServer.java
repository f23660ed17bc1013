package io.godwit.examples.plugins;

import io.godwit.tck.harness.PreparedServer;
import io.godwit.tck.harness.RequiredEngines;
import org.jspecify.annotations.Nullable;

/** Servers for all tests: the one that the environment variable names, else the prepared one. */
enum MySqlServer {
    MYSQL("mysql", "GODWIT_TEST_MYSQL_URL", "mysql-9"),
    MARIADB("mariadb", "GODWIT_TEST_MARIADB_URL", "mariadb-10"),
    MARIADB_11("mariadb", "GODWIT_TEST_MARIADB_11_URL", "mariadb-11");

    private final String engine;
    private final String variable;
    private final String folder;
    private @Nullable String url;

    MySqlServer(String engine, String variable, String folder) {
        this.engine = engine;
        this.variable = variable;
        this.folder = folder;
    }

    /** The JDBC URL without a database; a test that asks is aborted, or fails where the engine is required, if there is none. */
    synchronized String url() {
        String given = System.getenv(variable);
        if (url == null && given != null && !given.isBlank()) {
            url = given;
        }
        if (url == null) {
            url = PreparedServer.start(folder)
                    .map(server -> "jdbc:" + engine + "://127.0.0.1:" + server.port()
                            + "/?user=root&sslMode=DISABLED&allowPublicKeyRetrieval=true")
                    .orElse(null);
        }
        if (url == null) {
            throw RequiredEngines.from(System.getenv()).missing(engine, "no " + variable + " and no target/servers/" + folder);
        }
        return url;
    }
}
