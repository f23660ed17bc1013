package io.godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MigrateCommandTest {

    @TempDir
    private Path folder;

    @Test
    void aRehearsalComesFirstWhenItIsAskedFor() {
        Place place = new Place(folder);

        Answer alone = place.run("migrate", "--rehearse", "--dry-run");
        Answer answer = place.run("migrate", "--rehearse");
        Answer nothing = place.run("migrate", "--rehearse", "--format", "json");

        assertThat(alone.code()).isZero();
        assertThat(alone.out()).contains("rehearsal: up: 2 migrations", "rehearsal: down: 2 migrations", "up again");
        assertThat(answer.code()).isZero();
        assertThat(answer.out()).contains("rehearsal: up again: 2 migrations", "Applied 2 migrations");
        assertThat(place.run("history").out()).contains("rehearse");
        assertThat(nothing.json().at("/outcome").asText()).isEqualTo("nothing-to-do");
        assertThat(nothing.json().at("/rehearsal/legs")).isEmpty();
    }

    @Test
    void aRehearsalThatFailsRefusesTheRun() {
        Place place = new Place(folder);
        place.write("crm/0003-half.json", """
                {"format": "portable-migration-v1", "migration": {"id": "crm-0003-half", "pluginId": "crm", "version": "1.2.0",
                 "steps": {"up": [{"id": "a", "operations": [{"createTable": {"table": "left_behind", "columns": [{"name": "id", "type": "integer"}]}}]}],
                           "down": [{"id": "b", "sql": {"universal": "select 1"}}]}}}
                """);

        Answer answer = place.run("migrate", "--rehearse", "--format", "json");

        assertThat(answer.code()).isEqualTo(6);
        assertThat(answer.json().at("/error/message").asText()).contains("table left_behind is there now");
        assertThat(answer.json().at("/outcome").asText()).isEqualTo("refused");
        assertThat(place.run("status").out()).doesNotContain("1.2.0 applied");
    }

    @Test
    void whatIsPendingIsAppliedOnce() throws SQLException {
        Place place = new Place(folder);

        Answer first = place.run("migrate", "--format", "json");
        Answer second = place.run("migrate", "--format", "json");

        assertThat(first.code()).isZero();
        assertThat(first.error()).isEmpty();
        assertThat(first.json().at("/outcome").asText()).isEqualTo("succeeded");
        assertThat(first.json().at("/applied"))
                .map(JsonNode::asText)
                .containsExactly("crm-0001-contacts", "crm-0002-notes");
        assertThat(first.json().at("/rolledBack")).isEmpty();
        assertThat(first.json().at("/failed").isNull()).isTrue();
        assertThat(second.code()).isZero();
        assertThat(second.json().at("/outcome").asText()).isEqualTo("nothing-to-do");
        assertThat(place.count("contacts_name")).isEqualTo(1);
    }

    @Test
    void peopleSeeWhatWasApplied() {
        Place place = new Place(folder);

        assertThat(place.run("migrate").out())
                .contains("applied crm-0001-contacts", "applied crm-0002-notes", "Applied 2 migrations");
        assertThat(place.run("migrate").out()).isEqualTo("Nothing to do.\n");
    }

    @Test
    void quietSaysNothing() {
        Answer answer = new Place(folder).run("--quiet", "migrate");

        assertThat(answer).isEqualTo(new Answer(0, "", ""));
    }

    @Test
    void onePluginGoesToOneVersion() {
        Answer answer = new Place(folder).run("migrate", "--plugin", "crm@1.0.0", "--format", "json");

        assertThat(answer.json().at("/applied")).map(JsonNode::asText).containsExactly("crm-0001-contacts");
    }

    @Test
    void aDryRunIsThePlanAndChangesNothing() throws SQLException {
        Place place = new Place(folder);

        Answer answer = place.run("migrate", "--dry-run", "--format", "json");

        assertThat(answer.code()).isZero();
        assertThat(answer.json())
                .isEqualTo(place.run("plan", "--format", "json").json());
        assertThat(place.count("contacts")).isZero();
        assertThat(place.count("godwit_migration")).isZero();
    }

    @Test
    void aFailureInTheThirdStepLeavesNoTrace() throws SQLException {
        Place place = new Place(folder);
        place.write("crm/0003-failing.json", Documents.failing());

        Answer answer = place.run("migrate", "--format", "json");

        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.json().at("/outcome").asText()).isEqualTo("failed");
        assertThat(answer.json().at("/applied")).hasSize(2);
        JsonNode failed = answer.json().at("/failed");
        assertThat(failed.at("/migration").asText()).isEqualTo("crm-0003-failing");
        assertThat(failed.at("/step").asText()).isEqualTo("three");
        assertThat(failed.at("/statement").asText()).isEqualTo("INSERT INTO nowhere VALUES (1)");
        assertThat(failed.at("/message").asText()).contains("nowhere");
        assertThat(failed.at("/databaseState").asText()).isNotBlank();
        assertThat(answer.json().at("/error/kind").asText()).isEqualTo("failed");
        assertThat(place.count("one") + place.count("two")).isZero();
        assertThat(place.run("history").out()).contains("crm-0003-failing");
    }

    @Test
    void inASingleTransactionAllAreAppliedOrNone() throws SQLException {
        Place place = new Place(folder);
        place.write("crm/0003-failing.json", Documents.failing());

        Answer answer = place.run("migrate", "--single-transaction", "--format", "json");

        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.json().at("/applied")).isEmpty();
        assertThat(place.count("contacts")).isZero();
    }

    @Test
    void whatStopsHalfWayNeedsRepair() {
        Place place = new Place(folder);
        place.write("crm/0003-half.json", Documents.stoppingHalfWay());

        Answer answer = place.run("migrate", "--format", "json");

        assertThat(answer.code()).isEqualTo(5);
        assertThat(answer.json().at("/outcome").asText()).isEqualTo("failed");
        assertThat(answer.json().at("/error/kind").asText()).isEqualTo("repair");
        assertThat(place.run("status", "--format", "json").json().at("/plugins/0/partial"))
                .map(JsonNode::asText)
                .containsExactly("crm-0003-half");
        assertThat(place.run("status").out()).contains("partial  crm-0003-half");
    }

    @Test
    void anEditedMigrationIsRefusedAndAReformattedOneIsNot() {
        Place place = new Place(folder);
        place.run("migrate");

        place.write("crm/0001-contacts.json", Documents.contactsReformatted());
        Answer reformatted = place.run("migrate", "--format", "json");
        place.write("crm/0001-contacts.json", Documents.contactsEdited());
        Answer edited = place.run("migrate", "--format", "json");

        assertThat(reformatted.code()).isZero();
        assertThat(reformatted.json().at("/outcome").asText()).isEqualTo("nothing-to-do");
        assertThat(edited.code()).isEqualTo(6);
        assertThat(edited.json().at("/outcome").asText()).isEqualTo("refused");
        assertThat(edited.json().at("/error/kind").asText()).isEqualTo("refused");
        assertThat(edited.json().at("/failed/message").asText()).contains("varchar(200)", "varchar(300)");
    }

    @Test
    void aLockThatIsHeldIsWaitedForAndThenReported() throws SQLException {
        Place place = new Place(folder);
        try (Connection other = place.connect();
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");

            Answer answer = place.run("migrate", "--lock-wait", "1", "--format", "json");

            assertThat(answer.code()).isEqualTo(4);
            assertThat(answer.json().at("/outcome").asText()).isEqualTo("refused");
            assertThat(answer.json().at("/error/kind").asText()).isEqualTo("lock");
        }
    }

    @Test
    void faultsOfDocumentsComeBeforeTheDatabase() {
        Place place = new Place(folder).with("GODWIT_URL", "jdbc:sqlite:" + folder.resolve("no/such/folder/app.db"));
        assertThat(place.run("migrate", "--format", "json").code()).isEqualTo(7);
        place.write("crm/0009-faults.json", Documents.fiveFaults());

        Answer answer = place.run("migrate", "--format", "json");

        assertThat(answer.code()).isEqualTo(3);
        assertThat(answer.json().at("/outcome").asText()).isEqualTo("refused");
        assertThat(answer.json().at("/error/problems")).hasSize(5);
    }
}
