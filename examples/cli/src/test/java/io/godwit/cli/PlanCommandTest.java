package io.godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PlanCommandTest {

    @TempDir
    private Path folder;

    @Test
    void scriptsReadMigrationsStepsAndStatements() {
        JsonNode plan = new Place(folder).run("plan", "--format", "json").json();

        assertThat(plan.at("/engine").asText()).isEqualTo("sqlite");
        assertThat(plan.at("/risk").asText()).isNotBlank();
        assertThat(plan.at("/migrations").findValuesAsText("direction")).containsExactly("up", "up");
        JsonNode first = plan.at("/migrations/0");
        assertThat(first.at("/id").asText()).isEqualTo("crm-0001-contacts");
        assertThat(first.at("/pluginId").asText()).isEqualTo("crm");
        assertThat(first.at("/version").asText()).isEqualTo("1.0.0");
        assertThat(first.at("/steps/0/id").asText()).isEqualTo("table");
        assertThat(first.at("/steps/0/undo").asText()).isEqualTo("exact");
        assertThat(first.at("/steps/0/statements/0").asText()).contains("CREATE TABLE");
        assertThat(first.at("/touches/0").toString())
                .isEqualTo("{\"effect\":\"made\",\"kind\":\"table\",\"name\":\"contacts\"}");
        assertThat(plan.at("/findings").isArray()).isTrue();
    }

    @Test
    void peopleSeeStatementsIfTheyAsk() {
        Place place = new Place(folder);

        assertThat(place.run("plan").out())
                .contains("2 migrations on sqlite", "↑ crm-0001-contacts", "table: 1 statement, atomic, undo exact")
                .doesNotContain("CREATE TABLE");
        assertThat(place.run("plan", "--verbose").out()).contains("CREATE TABLE");
    }

    @Test
    void otherFormatsAreForOtherTools() {
        Place place = new Place(folder);

        assertThat(place.run("plan", "--format", "markdown").out()).startsWith("# ");
        assertThat(place.run("plan", "--format", "mermaid").out())
                .startsWith("graph ")
                .contains("-->");
        assertThat(place.run("plan", "--format", "SQL").out()).contains("CREATE TABLE");
        assertThat(place.run("plan", "--format", "html").out())
                .startsWith("<!DOCTYPE html>")
                .contains("<svg", "CREATE TABLE")
                .doesNotContain("<script");
    }

    @Test
    void aWayBackIsExpectedToTakeWhatTheWayUpTook() throws SQLException {
        Place place = new Place(folder);
        place.run("migrate");
        try (Connection connection = place.connect();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE godwit_migration SET duration_ms = 1500");
        }

        JsonNode plan = place.run("rollback", "--plugin", "crm", "--steps", "1", "--dry-run", "--format", "json")
                .json();

        assertThat(plan.at("/migrations/0/estimate/millis").asLong()).isEqualTo(1500);
        assertThat(plan.at("/estimate/basis").asText()).isEqualTo("history");
    }

    @Test
    void textsOfDocumentsDoNotCommandTheTerminal() {
        Place place = new Place(folder);
        place.write("crm/0001-contacts.json", Documents.contacts().replace("Contacts", "a\\u001b[2Jb"));

        assertThat(place.run("plan").out()).contains("a\ufffd[2Jb").doesNotContain("\u001b");
    }

    @Test
    void nothingToDoIsSuccess() {
        Place place = new Place(folder);
        place.run("migrate");

        Answer answer = place.run("plan");

        assertThat(answer.code()).isZero();
        assertThat(answer.out()).startsWith("Nothing to do on sqlite");
    }

    @Test
    void whatIsNotForTheEngineIsRefused() {
        Place place = new Place(folder);
        place.write("ora/0001.json", Documents.forOracleOnly());

        Answer answer = place.run("plan", "--format", "json");

        assertThat(answer.code()).isEqualTo(6);
        assertThat(answer.json().at("/error/kind").asText()).isEqualTo("refused");
        assertThat(answer.json().at("/error/message").asText()).contains("ora-0001", "oracle");
    }
}
