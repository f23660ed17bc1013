package io.godwit.tck.harness;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.StatementSplitter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;

/** A script for an engine's own client, run by the driver: statement by statement, until one fails. Immutable. */
public record ScriptFile(Path path) {

    /**
     * Runs all of it.
     *
     * @throws SQLException of the statement that failed; none behind it ran
     */
    public void run(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String sql : new StatementSplitter(database.dialect().splitter()).split(sql(database.dialect()))) {
                statement.execute(sql);
            }
        }
    }

    /** Without the lines at its head that mean something to the client alone. */
    private String sql(Dialect dialect) {
        List<String> lines = dialect.nativeScript().inParts().header();
        String head = String.join("\n", lines) + "\n";
        String text = text();
        if (!text.contains(head)) {
            throw new IllegalStateException("the client is not told at the head what it must know");
        }
        return text.replace(
                head,
                lines.stream().filter(line -> !line.matches("[.:\\\\].*")).collect(Collectors.joining("\n", "", "\n")));
    }

    public String text() {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
