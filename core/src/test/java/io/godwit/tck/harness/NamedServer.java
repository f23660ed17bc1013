package io.godwit.tck.harness;

import java.util.Map;

/**
 * A server of MySQL or MariaDB: the one that an environment variable names, else the prepared one.
 *
 * @param engine the dialect's name, and that in its URL
 * @param variable may hold a JDBC URL without a database, with user and password in it
 * @param folder below {@code target/servers}
 */
public record NamedServer(String engine, String variable, String folder) {

    /**
     * Starts the server if nobody runs one; call it once a JVM.
     *
     * @return the JDBC URL without a database
     * @throws AssertionError if there is none and the environment requires one
     * @throws org.opentest4j.TestAbortedException if there is none and none is required
     */
    public String url() {
        Map<String, String> environment = System.getenv();
        String given = environment.get(variable);
        if (given != null && !given.isBlank()) {
            return given;
        }
        return PreparedServer.start(folder)
                .map(started -> "jdbc:" + engine + "://127.0.0.1:" + started.port()
                        + "/?user=root&sslMode=DISABLED&allowPublicKeyRetrieval=true")
                .orElseThrow(() -> RequiredEngines.from(environment)
                        .missing(engine, "no " + variable + " and no target/servers/" + folder));
    }
}
