package io.godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AuditCommandTest {

    @TempDir
    private Path folder;

    @Test
    void whatWasDoneIsShownWithWhatProvesIt() {
        Place place = migrated();

        JsonNode entry =
                place.run("audit", "--format", "json").json().at("/entries").get(0);

        assertThat(entry.at("/actor").asText()).isEqualTo("ann");
        assertThat(entry.at("/hash").asText()).hasSize(64);
        assertThat(entry.at("/planHash").asText()).hasSize(64);
        assertThat(place.run("audit").out()).contains(entry.at("/hash").asText().substring(0, 12));
    }

    @Test
    void planHasTheHashThatItsEntriesHave() {
        Place place = new Place(folder);
        String hash = place.run("plan", "--format", "json").json().at("/hash").asText();
        place.run("migrate");
        assertThat(place.run("audit", "--format", "json")
                        .json()
                        .at("/entries/0/planHash")
                        .asText())
                .isEqualTo(hash);
    }

    @Test
    void damageIsNamedAndEndsInFive() throws SQLException {
        Place place = migrated();
        assertThat(place.run("audit", "--verify").code()).isZero();
        execute(place, "UPDATE godwit_migration SET up_hash = 'x' WHERE migration_id = 'crm-0001-contacts'");

        Answer answer = place.run("audit", "--verify");
        JsonNode damage =
                place.run("audit", "--verify", "--format", "json").json().at("/damages/0");

        assertThat(answer.code()).isEqualTo(5);
        assertThat(answer.out()).contains("crm-0001-contacts, column up_hash");
        assertThat(damage.at("/column").asText()).isEqualTo("up_hash");
        assertThat(place.run("repair", "--migration", "crm-0001-contacts", "--mend")
                        .code())
                .isZero();
        assertThat(place.run("audit", "--verify").code()).isZero();
    }

    @Test
    void damageIsToldThoughThereIsNothingToDo() throws SQLException {
        Place place = migrated();
        assertThat(place.run("status").code()).isZero();
        execute(place, "UPDATE godwit_object SET plugin_id = 'other'");

        Answer status = place.run("status");
        assertThat(status.code()).isEqualTo(5);
        assertThat(status.out()).contains("crm     1.1.0    2");
        assertThat(status.error()).contains("godwit_object", "plugin_id", "repair --dry-run");
        assertThat(place.run("status", "--format", "json")
                        .json()
                        .at("/damages/0/table")
                        .asText())
                .isEqualTo("godwit_object");
        assertThat(place.run("migrate").code()).isEqualTo(5);
        assertThat(place.run("repair", "--mend").code()).isZero();
        assertThat(place.run("migrate").code()).isZero();
        assertThat(place.run("status").code()).isZero();
    }

    @Test
    void exportedHeadShowsThatTheEndWasCutOff() throws SQLException {
        Place place = migrated();
        place.run("rollback", "--plugin", "crm", "--steps", "1");
        String file = folder.resolve("head").toString();
        assertThat(place.run("audit", "--head", file).code()).isZero();
        assertThat(place.run("audit", "--verify", "--head", file).code()).isZero();
        execute(place, "DELETE FROM godwit_audit WHERE seq > 1");

        assertThat(place.run("audit", "--verify").code()).isZero();
        Answer answer = place.run("audit", "--verify", "--head", file);
        assertThat(answer.code()).isEqualTo(5);
        assertThat(answer.out()).contains("cut off");
        assertThat(place.run(
                                "audit",
                                "--verify",
                                "--head",
                                folder.resolve("none").toString())
                        .code())
                .isEqualTo(2);
    }

    @Test
    void passwordNeverReachesTheTrail() {
        Place place = new Place(folder).with("GODWIT_PASSWORD", "canary-7391");
        place.run("migrate");
        place.write("crm-0009.json", "{");
        place.run("migrate");
        assertThat(place.run("audit", "--format", "json").out()).doesNotContain("canary-7391");
    }

    @Test
    void statisticsTellWhatSucceeded() {
        Place place = migrated();

        JsonNode numbers = place.run("stats", "--format", "json").json();

        assertThat(numbers.at("/done").asLong()).isEqualTo(2);
        assertThat(numbers.at("/successPercent").asLong()).isEqualTo(100);
        assertThat(numbers.at("/plugins/0/applied").asLong()).isEqualTo(2);
        assertThat(place.run("stats").out()).contains("2 done, 0 failed", "crm");
        assertThat(new Place(folder.resolve("other")).run("stats").out()).contains("Nothing was ever done here.");
    }

    private Place migrated() {
        Place place = new Place(folder);
        assertThat(place.run("migrate", "--actor", "ann").code()).isZero();
        return place;
    }

    private static void execute(Place place, String sql) throws SQLException {
        try (Connection connection = place.connect();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
