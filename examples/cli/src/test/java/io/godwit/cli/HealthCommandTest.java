package io.godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HealthCommandTest {

    @TempDir
    private Path folder;

    @Test
    void scriptsReadTheStateWithReasonsAndTimings() {
        Place place = new Place(folder);
        place.run("migrate", "--plugin", "crm@1.0.0");

        Answer answer = place.run("health", "--format", "json");

        assertThat(answer.code()).isZero();
        assertThat(answer.json().at("/status").asText()).isEqualTo("DEGRADED");
        assertThat(answer.json().at("/connected").asBoolean()).isTrue();
        assertThat(answer.json().at("/engine").asText()).isEqualTo("sqlite");
        assertThat(answer.json().at("/applied").asInt()).isEqualTo(1);
        assertThat(answer.json().at("/lastMigration/id").asText()).isEqualTo("crm-0001-contacts");
        assertThat(answer.json().at("/pending/0").asText()).isEqualTo("crm-0002-notes");
        assertThat(answer.json().at("/lock/held").asBoolean()).isFalse();
        assertThat(answer.json().at("/packageGeneration").asBoolean()).isTrue();
        assertThat(answer.json().at("/reasons/0").asText()).contains("pending");
        assertThat(answer.json().at("/timingsMillis/total").isNumber()).isTrue();
    }

    @Test
    void allAppliedIsHealthy() {
        Place place = new Place(folder);
        place.run("migrate");

        Answer answer = place.run("health");

        assertThat(answer.code()).isZero();
        assertThat(answer.out()).startsWith("HEALTHY\n").contains("  applied   2\n", "  lock      free\n");
    }

    @Test
    void whatIsToBeRepairedIsUnhealthy() throws SQLException {
        Place place = new Place(folder);
        place.write("crm/0003.json", Documents.stoppingHalfWay());
        place.run("migrate");

        Answer halfDone = place.run("health", "--format", "json");

        assertThat(halfDone.code()).isEqualTo(5);
        assertThat(halfDone.json().at("/status").asText()).isEqualTo("UNHEALTHY");
        assertThat(halfDone.json().at("/partial")).hasSize(1);

        try (Connection connection = place.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE godwit_audit SET actor = 'nobody' WHERE seq = 1");
        }
        assertThat(place.run("health").out()).contains("the history is damaged");
    }

    @Test
    void documentsWithFaultsAreAReasonAndNoError() {
        Place place = new Place(folder);
        place.run("migrate");
        place.write("crm/0003.json", "{\"format\": \"portable-migration-v1\"}");

        Answer answer = place.run("health", "--format", "json");

        assertThat(answer.code()).isEqualTo(5);
        assertThat(answer.json().at("/status").asText()).isEqualTo("UNHEALTHY");
        assertThat(answer.json().at("/connected").asBoolean()).isTrue();
        assertThat(answer.json().at("/applied").asInt()).isEqualTo(2);
        assertThat(answer.json().at("/reasons")).hasSize(1);
        assertThat(answer.json().at("/reasons/0").asText()).contains("0003.json", "validate");
    }

    @Test
    void whatDoesNotAnswerIsUnhealthyAndNoError() {
        Answer answer = new Place(folder)
                .with("GODWIT_URL", "jdbc:postgresql://127.0.0.1:1/none")
                .run("health", "--format", "json");

        assertThat(answer.code()).isEqualTo(7);
        assertThat(answer.json().at("/status").asText()).isEqualTo("UNHEALTHY");
        assertThat(answer.json().at("/connected").asBoolean()).isFalse();
        assertThat(answer.json().at("/reasons")).hasSize(1);
    }
}
