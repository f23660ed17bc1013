package io.godwit.benchmarks.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A PostgreSQL server of our own on a free port of the loopback, as durable as it is in production. */
final class PostgresEngine implements Engine {

    private final EmbeddedPostgres server;
    private int databases;

    PostgresEngine(Path folder) throws IOException {
        // The embedded server turns fsync off for the sake of fast tests; figures are worth something only with it on.
        server = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(folder.resolve("postgres").toFile())
                .setServerConfig("fsync", "on")
                .start();
    }

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public String settings() throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection()) {
            return "PostgreSQL " + connection.getMetaData().getDatabaseProductVersion()
                    + ", fsync=" + Row.first(connection, "SHOW fsync")
                    + ", synchronous_commit=" + Row.first(connection, "SHOW synchronous_commit")
                    + ", shared_buffers=" + Row.first(connection, "SHOW shared_buffers");
        }
    }

    @Override
    public Database fresh() throws SQLException {
        String name = "bench_" + ++databases;
        run("CREATE DATABASE " + name);
        // What the one before has left unwritten is not the next one's to pay for.
        run("CHECKPOINT");
        return Database.at(server.getJdbcUrl("postgres", name), () -> run("DROP DATABASE " + name + " WITH (FORCE)"));
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
