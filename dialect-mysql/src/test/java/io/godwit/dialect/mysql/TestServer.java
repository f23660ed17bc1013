package io.godwit.dialect.mysql;

import io.godwit.tck.harness.DockerSocket;
import io.godwit.tck.harness.PreparedServer;
import io.godwit.tck.harness.RequiredEngines;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.testcontainers.containers.JdbcDatabaseContainer;
import org.testcontainers.mariadb.MariaDBContainer;
import org.testcontainers.mysql.MySQLContainer;

/**
 * The servers of this JVM's tests, each started when the first test asks for it: the one that its environment variable names, else
 * the prepared one, else a container where Docker answers. Thread-safe.
 */
final class TestServer {

    static final TestServer MYSQL = new TestServer("mysql", "GODWIT_TEST_MYSQL_URL", "mysql-9", "mysql:9");
    static final TestServer MARIADB =
            new TestServer("mariadb", "GODWIT_TEST_MARIADB_URL", "mariadb-10", "mariadb:10.11");
    static final TestServer MARIADB_11 =
            new TestServer("mariadb", "GODWIT_TEST_MARIADB_11_URL", "mariadb-11", "mariadb:11.8");

    private static final String LOCAL = "?user=root&sslMode=DISABLED&allowPublicKeyRetrieval=true";

    /** By themselves the servers end a recursion after a thousand rounds. */
    private static final String LONG_RECURSION = "&sessionVariables=%s=1000000000";

    private final String engine;
    private final String variable;
    private final String folder;
    private final String image;
    private @Nullable String url;
    private String reason = "";

    private TestServer(String engine, String variable, String folder, String image) {
        this.engine = engine;
        this.variable = variable;
        this.folder = folder;
        this.image = image;
    }

    /**
     * The JDBC URL of the server without a database, with user and password in it.
     *
     * @throws AssertionError if there is no server and the environment requires one
     * @throws org.opentest4j.TestAbortedException if there is none and none is required
     */
    synchronized String url() {
        if (url == null && reason.isEmpty()) {
            start(System.getenv());
        }
        String found = url;
        if (found == null) {
            throw RequiredEngines.from(System.getenv()).missing(engine, reason);
        }
        return found;
    }

    private void start(Map<String, String> environment) {
        try {
            url = find(environment).orElse(null);
            reason = "no " + variable + ", no target/servers/" + folder
                    + " (.ci/servers/prepare makes it) and no Docker";
        } catch (RuntimeException e) {
            reason = String.valueOf(e);
        }
        if (url == null) {
            System.err.println(RequiredEngines.from(environment).loudLine(folder, reason));
        }
    }

    private Optional<String> find(Map<String, String> environment) {
        String given = environment.get(variable);
        if (given != null && !given.isBlank()) {
            return Optional.of(given);
        }
        Optional<PreparedServer> prepared = PreparedServer.start(folder);
        if (prepared.isPresent()) {
            return Optional.of(
                    "jdbc:" + engine + "://127.0.0.1:" + prepared.get().port() + "/" + LOCAL + recursion());
        }
        return new DockerSocket(environment).answers() ? Optional.of(container()) : Optional.empty();
    }

    /** Testcontainers' own reaper removes the container when this JVM is gone. */
    @SuppressWarnings("resource")
    private String container() {
        JdbcDatabaseContainer<?> container =
                engine.equals("mysql") ? new MySQLContainer(image) : new MariaDBContainer(image);
        container.withUsername("root").withPassword("test").start();
        return "jdbc:" + engine + "://" + container.getHost() + ":" + container.getFirstMappedPort() + "/" + LOCAL
                + "&password=test" + recursion();
    }

    private String recursion() {
        return LONG_RECURSION.formatted(
                engine.equals("mysql") ? "cte_max_recursion_depth" : "max_recursive_iterations");
    }
}
