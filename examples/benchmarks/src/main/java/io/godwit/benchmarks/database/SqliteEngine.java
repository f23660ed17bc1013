package io.godwit.benchmarks.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** SQLite in a file, with the journal and the durability that it has unless told otherwise. */
final class SqliteEngine implements Engine {

    private final Path folder;
    private int databases;

    SqliteEngine(Path folder) {
        this.folder = folder;
    }

    @Override
    public String name() {
        return "sqlite";
    }

    @Override
    public String settings() throws SQLException, IOException {
        try (Database database = fresh();
                Connection connection = database.dataSource().getConnection()) {
            return "SQLite " + connection.getMetaData().getDatabaseProductVersion()
                    + ", journal_mode=" + Row.first(connection, "PRAGMA journal_mode")
                    + ", synchronous=" + Row.first(connection, "PRAGMA synchronous");
        }
    }

    @Override
    public Database fresh() {
        Path file = folder.resolve("bench-" + ++databases + ".db");
        return Database.at("jdbc:sqlite:" + file, () -> Files.deleteIfExists(file));
    }

    @Override
    public void close() {
        // Every database takes its file away.
    }
}
