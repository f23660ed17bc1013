package io.godwit.benchmarks.contender;

import io.godwit.benchmarks.corpus.Corpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/** What one would write by hand: a loop over files, with one transaction and one history row for each. */
public final class PlainLoop implements Contender {

    @Override
    public String name() {
        return Contenders.BASELINE;
    }

    @Override
    public void migrate(DataSource database, Corpus corpus) throws SQLException, IOException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS plain_history"
                    + " (id VARCHAR(200) PRIMARY KEY, applied_at VARCHAR(40) NOT NULL)");
            Set<String> applied = applied(statement);
            connection.setAutoCommit(false);
            try (PreparedStatement record =
                    connection.prepareStatement("INSERT INTO plain_history (id, applied_at) VALUES (?, ?)")) {
                for (Path file : corpus.sqlFiles()) {
                    String id = file.getFileName().toString();
                    if (!applied.contains(id)) {
                        runAll(statement, file);
                        record.setString(1, id);
                        record.setString(2, Instant.now().toString());
                        record.executeUpdate();
                        connection.commit();
                    }
                }
            }
            connection.setAutoCommit(true);
        }
    }

    private static Set<String> applied(Statement statement) throws SQLException {
        Set<String> applied = new HashSet<>();
        try (ResultSet rows = statement.executeQuery("SELECT id FROM plain_history")) {
            while (rows.next()) {
                applied.add(rows.getString(1));
            }
        }
        return applied;
    }

    @Override
    public void rollback(DataSource database, Corpus corpus, int migrations) throws SQLException, IOException {
        List<Path> files = corpus.sqlFiles();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try (PreparedStatement forget = connection.prepareStatement("DELETE FROM plain_history WHERE id = ?")) {
                for (int i = files.size() - 1; i >= files.size() - migrations; i--) {
                    runAll(statement, corpus.undoOf(files.get(i)));
                    forget.setString(1, files.get(i).getFileName().toString());
                    forget.executeUpdate();
                    connection.commit();
                }
            }
            connection.setAutoCommit(true);
        }
    }

    private static void runAll(Statement statement, Path file) throws SQLException, IOException {
        for (String sql : Files.readString(file).split(";\n", -1)) {
            if (!sql.isBlank()) {
                statement.execute(sql);
            }
        }
    }
}
