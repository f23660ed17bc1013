package io.godwit.benchmarks.database;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The engines that are measured. */
public final class Engines {

    /** Their names. */
    public static final List<String> NAMES = List.of("sqlite", "postgresql", "mysql", "mariadb");

    private Engines() {}

    /**
     * Starts one.
     *
     * @param folder where it may write
     */
    public static Engine start(String name, Path folder) throws IOException {
        return switch (name) {
            case "sqlite" -> new SqliteEngine(folder);
            case "postgresql" -> new PostgresEngine(folder);
            case "mysql" -> new MySqlEngine("mysql", "mysql-9");
            case "mariadb" -> new MySqlEngine("mariadb", "mariadb-11");
            default -> throw new IllegalArgumentException("no engine '" + name + "'; there are " + NAMES);
        };
    }
}
