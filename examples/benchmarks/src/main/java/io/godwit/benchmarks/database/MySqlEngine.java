package io.godwit.benchmarks.database;

import io.godwit.tck.harness.PreparedServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A server of MySQL or MariaDB that {@code .ci/servers/prepare} unpacked, as durable as it is in production. */
final class MySqlEngine implements Engine {

    private final String name;
    private final PreparedServer server;
    private int databases;

    /**
     * Starts one.
     *
     * @param name the engine's
     * @param folder of the prepared server
     */
    MySqlEngine(String name, String folder) {
        this.name = name;
        // Prepared servers do not care for a power cut, for the sake of fast tests.
        this.server = PreparedServer.start(
                        folder,
                        "--innodb-flush-log-at-trx-commit=1",
                        "--innodb-doublewrite=ON",
                        "--innodb-flush-method=fsync",
                        // A file of the server's own may be anywhere.
                        "--secure-file-priv=")
                .orElseThrow(() -> new IllegalStateException(
                        "there is no target/servers/" + folder + "; .ci/servers/prepare makes it"));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String settings() throws SQLException {
        try (Connection connection = new UrlDataSource(url("")).getConnection()) {
            return name + " " + connection.getMetaData().getDatabaseProductVersion()
                    + ", innodb_flush_log_at_trx_commit="
                    + Row.first(connection, "SELECT @@innodb_flush_log_at_trx_commit")
                    + ", innodb_flush_method=" + Row.first(connection, "SELECT @@innodb_flush_method");
        }
    }

    @Override
    public Database fresh() throws SQLException {
        String database = "bench_" + ++databases;
        run("CREATE DATABASE " + database);
        return Database.at(url(database), () -> run("DROP DATABASE " + database));
    }

    private String url(String database) {
        return "jdbc:" + name + "://127.0.0.1:" + server.port() + "/" + database
                + "?user=root&sslMode=DISABLED&allowPublicKeyRetrieval=true";
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = new UrlDataSource(url("")).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
