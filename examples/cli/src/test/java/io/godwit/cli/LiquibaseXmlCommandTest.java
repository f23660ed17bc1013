package io.godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LiquibaseXmlCommandTest {

    @TempDir
    private Path folder;

    @Test
    void liquibaseRunsWhatIsWrittenAndTakesItBack() throws Exception {
        Place place = new Place(folder);
        Path file = folder.resolve("all.xml");

        Answer answer =
                place.run("liquibase", "xml", "--output", file.toString(), "--engine", "sqlite,postgresql,mysql");

        assertThat(answer.code()).as(answer.error()).isZero();
        assertThat(answer.out()).contains("change sets");
        assertThat(Files.readString(file))
                .contains("logicalFilePath=\"all.xml\"", "<rollback>", "dbms=\"sqlite\"", "dbms=\"postgresql\"");
        String url = "jdbc:sqlite:" + folder.resolve("liquibase.db");
        LiquibaseRun liquibase = new LiquibaseRun(folder, "all.xml", url);
        liquibase.update("");
        assertThat(liquibase.pending("")).isEmpty();
        place.run("migrate");
        assertThat(tables(url)).isEqualTo(tables(place.url())).contains("contacts");

        liquibase.rollback(1000);
        assertThat(tables(url)).isNull();
    }

    @Test
    void convertWritesTheSame() throws Exception {
        Place place = new Place(folder);
        Path output = folder.resolve("liquibase");
        String[] call = {
            "convert",
            "--from",
            "portable",
            "--to",
            "liquibase",
            place.plugins().toString(),
            "--output",
            output.toString(),
            "--engine",
            "sqlite"
        };

        Answer answer = place.run(call);

        assertThat(answer.code()).as(answer.error()).isZero();
        place.run(
                "liquibase",
                "xml",
                "--engine",
                "sqlite",
                "--logical-path",
                "changelog.xml",
                "--output",
                folder.resolve("one.xml").toString());
        assertThat(output.resolve("changelog.xml")).hasSameTextualContentAs(folder.resolve("one.xml"));
        assertThat(place.run(call).code()).isEqualTo(2);
    }

    @Test
    void whatHasNoFormIsSaid() {
        Place place = new Place(folder);
        place.write("crm/0003.json", """
                {"format": "portable-migration-v1", "migration": {"id": "crm-0003-checked", "pluginId": "crm", "version": "1.2.0",
                 "steps": {"up": [{"id": "one", "postValidation": "SELECT 1", "operations": [
                   {"createTable": {"table": "checked", "columns": [{"name": "id", "type": "integer"}]}}]}]}}}
                """);

        Answer answer = place.run(
                "liquibase", "xml", "--output", folder.resolve("all.xml").toString(), "--format", "json");

        assertThat(answer.code()).isEqualTo(6);
        assertThat(answer.json().at("/byHand/0/message").asText()).contains("validations");
        assertThat(folder.resolve("all.xml")).exists();
    }

    private static String tables(String url) throws SQLException {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "SELECT group_concat(name || ' ' || sql, ';') FROM (SELECT name, sql FROM"
                                + " sqlite_master WHERE name NOT LIKE 'godwit%' AND name NOT LIKE 'DATABASE%' AND name NOT LIKE"
                                + " 'sqlite_%' ORDER BY name)")) {
            return row.getString(1);
        }
    }
}
