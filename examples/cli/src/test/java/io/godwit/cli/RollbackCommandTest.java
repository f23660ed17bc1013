package io.godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RollbackCommandTest {

    @TempDir
    private Path folder;

    @Test
    void theNamedVersionStaysApplied() {
        assertRolledBack("--to", "1.0.0");
    }

    @Test
    void theNamedMigrationStaysApplied() {
        assertRolledBack("--to-migration", "crm-0001-contacts");
    }

    @Test
    void stepsCountMigrations() {
        assertRolledBack("--steps", "1");
    }

    private void assertRolledBack(String option, String value) {
        Place place = new Place(folder);
        place.run("migrate");

        Answer answer = place.run("rollback", "--plugin", "crm", option, value, "--format", "json");

        assertThat(answer.code()).isZero();
        assertThat(answer.json().at("/outcome").asText()).isEqualTo("succeeded");
        assertThat(answer.json().at("/applied")).isEmpty();
        assertThat(answer.json().at("/rolledBack")).map(JsonNode::asText).containsExactly("crm-0002-notes");
    }

    @Test
    void itNeedsNoFilesOfMigrations() throws SQLException {
        Place place = new Place(folder);
        place.run("migrate");

        Answer answer = place.without("GODWIT_PLUGINS").run("rollback", "--plugin", "crm", "--steps", "99");

        assertThat(answer.code()).isZero();
        assertThat(answer.out()).contains("rolled back crm-0002-notes", "Rolled back 2 migrations");
        assertThat(place.count("contacts")).isZero();
    }

    @Test
    void aDryRunShowsTheWayBack() throws SQLException {
        Place place = new Place(folder);
        place.run("migrate");

        Answer answer = place.run("rollback", "--plugin", "crm", "--steps", "1", "--dry-run", "--format", "json");

        assertThat(answer.code()).isZero();
        assertThat(answer.json().at("/migrations/0/id").asText()).isEqualTo("crm-0002-notes");
        assertThat(answer.json().at("/migrations/0/direction").asText()).isEqualTo("down");
        assertThat(place.count("notes")).isEqualTo(1);
    }

    @Test
    void itMustBeSaidHowFar() {
        Place place = new Place(folder);

        assertThat(place.run("rollback", "--plugin", "crm").code()).isEqualTo(2);
        assertThat(place.run("rollback", "--plugin", "crm", "--steps", "1", "--to", "1.0.0")
                        .code())
                .isEqualTo(2);
        assertThat(place.run("rollback", "--plugin", "crm", "--steps", "0").code())
                .isEqualTo(2);
        assertThat(place.run("rollback", "--plugin", "crm", "--to", "one").code())
                .isEqualTo(2);
    }

    @Test
    void aPluginThatNobodyKnowsIsRefused() {
        Answer answer = new Place(folder).run("rollback", "--plugin", "nobody", "--steps", "1", "--format", "json");

        assertThat(answer.code()).isEqualTo(6);
        assertThat(answer.json().at("/failed/message").asText()).contains("nobody");
    }
}
