package io.godwit.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.Godwit;
import io.godwit.format.PluginSource;
import io.godwit.schema.Literal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/** Keeps the code that docs/transforms.md shows to what runs here. */
final class TransformsPageTest {

    private static final Path PAGE = Path.of("../../docs/transforms.md");
    private static final Path HERE = Path.of("src/test/java/io/godwit/examples/quickstart/TransformsPageTest.java");

    private static final String MIGRATION = """
            {"format": "portable-migration-v1", "migration": {"id": "game-1", "pluginId": "game", "version": "1.0.0", "steps": {"up": [
              {"id": "tables", "operations": [
                {"createTable": {"table": "played", "columns": [{"name": "id", "type": "integer", "primaryKey": true},
                  {"name": "score", "type": "integer"}, {"name": "bonus", "type": "integer"}]}},
                {"createTable": {"table": "ranked", "columns": [{"name": "id", "type": "integer", "primaryKey": true},
                  {"name": "score", "type": "decimal(5,2)"}]}},
                {"insertRows": {"table": "played", "rows": [{"id": 1, "score": 30, "bonus": 3}, {"id": 2, "score": 150, "bonus": 0}]}}]},
              {"id": "rank", "dependencies": ["tables"], "transform": {"source": "played", "target": "ranked", "mapping": [
                {"source": "id", "target": "id"},
                %s]}}]}}}""";

    @TempDir
    Path folder;

    private static Godwit host(SQLiteDataSource dataSource, Path plugins) {
        // [custom]
        return Godwit.on(dataSource)
                .plugins(PluginSource.directory(plugins))
                .customTransform("normalise-score", row -> {
                    long least = Long.parseLong(row.parameters().get(0).text());
                    long most = Long.parseLong(row.parameters().get(1).text());
                    long score = Long.parseLong(row.value().text())
                            + Long.parseLong(row.field("bonus").text());
                    return Literal.of(Math.max(least, Math.min(most, score)));
                })
                .build();
        // [/custom]
    }

    @Test
    void theHostsCodeRunsAndIsThePages() throws IOException, SQLException {
        String page = Files.readString(PAGE);
        String java = Files.readString(HERE);
        String region =
                java.substring(java.indexOf('\n', java.indexOf("// [custom]")) + 1, java.indexOf("// [/custom]"));
        assertThat(page).contains("```java\n" + region.stripIndent().strip() + "\n```");

        int mapping =
                page.indexOf("{\"source\": \"score\", \"target\": \"score\", \"transform\": {\"type\": \"custom\"");
        Path plugins = Files.createDirectory(folder.resolve("plugins"));
        Files.writeString(
                plugins.resolve("game-1.json"),
                MIGRATION.formatted(page.substring(mapping, page.indexOf("\n```", mapping))));
        SQLiteDataSource dataSource = new SQLiteDataSource();
        dataSource.setUrl("jdbc:sqlite:" + folder.resolve("game.db"));
        host(dataSource, plugins).migrate().orThrow();

        assertThat(scores(dataSource)).containsExactly("33", "100");
    }

    private static List<String> scores(SQLiteDataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT score FROM ranked ORDER BY id")) {
            List<String> scores = new ArrayList<>();
            while (rows.next()) {
                scores.add(rows.getString(1));
            }
            return scores;
        }
    }
}
