package io.godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
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
