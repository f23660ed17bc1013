package io.godwit.dialect.postgres;

import io.godwit.dialect.ScratchDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Made and removed by statements; a connection stays in its database, so the host opens it. Stateless and thread-safe. */
final class PostgresScratch implements ScratchDatabases {

    /** WITH (FORCE) came with 13; a pool may still hold connections. */
    private static final int FORCE = 13;

    private final PostgresVersion version;

    PostgresScratch(PostgresVersion version) {
        this.version = version;
    }

    @Override
    public void make(Connection beside, String name) throws SQLException {
        execute(beside, "CREATE DATABASE " + name + " TEMPLATE template0");
    }

    @Override
    public void remove(Connection beside, String name) throws SQLException {
        execute(beside, "DROP DATABASE " + name + (version.atLeast(FORCE) ? " WITH (FORCE)" : ""));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
