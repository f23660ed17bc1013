package io.godwit.benchmarks.scenario;

import io.godwit.benchmarks.database.Database;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** The engines' own ways to write the rows of a table into a file and to read them back. */
enum NativeRows {
    /** By {@code sqlite3}, which must be on the PATH. */
    SQLITE("sqlite3") {
        @Override
        void out(Database database, Path file) throws IOException, InterruptedException {
            run(List.of("sqlite3", "-csv", path(database), "SELECT * FROM person ORDER BY id"), file);
        }

        @Override
        void in(Database database, Path file) throws IOException, InterruptedException {
            run(List.of("sqlite3", path(database), ".import --csv " + file + " person"), null);
        }
    },
    /** By the driver, which writes and reads what the server sends. */
    POSTGRESQL("copy") {
        @Override
        void out(Database database, Path file) throws SQLException, IOException {
            try (Connection connection = database.dataSource().getConnection();
                    OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
                copy(connection).copyOut("COPY (SELECT * FROM person ORDER BY id) TO STDOUT (FORMAT csv)", out);
            }
        }

        @Override
        void in(Database database, Path file) throws SQLException, IOException {
            try (Connection connection = database.dataSource().getConnection();
                    InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
                copy(connection).copyIn("COPY person FROM STDIN (FORMAT csv)", in, 1 << 16);
            }
        }
    },
    /** By the server itself, which writes and reads its own disk. */
    MYSQL("outfile") {
        @Override
        void out(Database database, Path file) throws SQLException, IOException {
            Files.deleteIfExists(file);
            run(database, "SELECT * FROM person ORDER BY id INTO OUTFILE '" + file + "'");
        }

        @Override
        void in(Database database, Path file) throws SQLException {
            run(database, "LOAD DATA INFILE '" + file + "' INTO TABLE person");
        }
    };

    private final String contender;

    NativeRows(String contender) {
        this.contender = contender;
    }

    static NativeRows of(String engine) {
        return switch (engine) {
            case "sqlite" -> SQLITE;
            case "postgresql" -> POSTGRESQL;
            default -> MYSQL;
        };
    }

    /** As the figures name it. */
    String contender() {
        return contender;
    }

    /** Writes the rows of {@code person}, in the order of their keys. */
    abstract void out(Database database, Path file) throws Exception;

    /** Reads them into {@code person}, which is there. */
    abstract void in(Database database, Path file) throws Exception;

    private static String path(Database database) {
        return database.url().substring("jdbc:sqlite:".length());
    }

    private static void run(List<String> command, @Nullable Path output) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.redirectOutput(
                output == null ? ProcessBuilder.Redirect.DISCARD : ProcessBuilder.Redirect.to(output.toFile()));
        int code = builder.start().waitFor();
        if (code != 0) {
            throw new IOException(command.get(0) + " ended with " + code);
        }
    }

    private static CopyManager copy(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }

    private static void run(Database database, String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            LoadTables.run(connection, sql);
        }
    }
}
