package io.godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command line backs up before it runs what is risky. */
final class BackupTest {

    @TempDir
    private Path folder;

    private Place risky() throws SQLException {
        Place place = new Place(folder);
        place.run("migrate");
        place.write("crm/0003-risky.json", Documents.risky());
        try (Connection connection = place.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO notes (id) VALUES (1)");
        }
        return place;
    }

    @Test
    void whatIsRiskyIsBackedUpAndTheFolderIsNamed() throws SQLException {
        Place place = risky();

        Answer answer = place.run("migrate");

        assertThat(answer.code()).isZero();
        assertThat(answer.out())
                .containsPattern("wrote crm-.+\\.godwit-backup\\.zip: ")
                .contains("Backups are in " + place.backups());
        assertThat(place.backups()).isDirectoryContaining("glob:**/crm-*.godwit-backup.zip");
        assertThat(place.run("history").out()).contains("backup");
    }

    @Test
    void whatWasBackedUpComesBack() throws SQLException {
        Place place = risky();
        JsonNode backup = place.run("migrate", "--format", "json").json().at("/backups/0");
        assertThat(place.count("notes")).isZero();

        Answer restored = place.run("restore", backup.at("/name").asText());

        assertThat(restored.error()).isEmpty();
        assertThat(restored.code()).isZero();
        assertThat(place.count("notes")).isEqualTo(1);
        assertThat(place.run("status", "--format", "json").json().at("/plugins/0/pending"))
                .map(JsonNode::asText)
                .containsExactly("crm-0003-risky");
        assertThat(place.run("history").out()).contains("restore");
        assertThat(place.run("migrate").code()).isZero();
    }

    @Test
    void theReportNamesBackups() throws SQLException {
        JsonNode backup = risky().run("migrate", "--format", "json").json().at("/backups/0");

        assertThat(backup.at("/migration").asText()).isEqualTo("crm-0003-risky");
        assertThat(backup.at("/sha256").asText()).hasSize(64);
        assertThat(backup.at("/bytes").asLong()).isPositive();
    }

    @Test
    void withoutRoomForTheBackupNothingBegins() throws SQLException, IOException {
        Place place = risky();
        Files.writeString(place.backups(), "a file where the folder should be");

        Answer answer = place.run("migrate");

        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.error()).contains("crm-0003-risky", "was not begun");
        assertThat(place.count("notes")).isEqualTo(1);
    }

    @Test
    void backupsAreTakenListedAndVerifiedOnRequest() throws SQLException, IOException {
        Place place = risky();
        assertThat(place.run("backup", "--list").out()).contains("There is no backup in " + place.backups());

        assertThat(place.run("backup", "--plugin", "crm").out()).contains("wrote crm-1.1.0-");
        assertThat(place.run("backup", "--plugin", "ghost").code()).isEqualTo(6);
        JsonNode listed = place.run("backup", "--list", "--format", "json").json();

        String name = listed.at("/backups/0/name").asText();
        assertThat(listed.at("/backups")).hasSize(1);
        assertThat(place.without("GODWIT_URL").run("backup", "--verify", name).out())
                .contains(name, "on sqlite", "sha256");
        Path file = place.backups().resolve(name);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 3] ^= 1;
        Files.write(file, bytes);
        Answer damaged = place.run("backup", "--verify", name);
        assertThat(damaged.code()).isEqualTo(1);
        assertThat(damaged.error()).contains(name + " is not valid");
    }

    @Test
    void keysComeFromTheEnvironmentOrAFile() throws SQLException, IOException {
        Place place = risky();
        String key = place.run("backup", "--new-key").out().strip();
        Path file = Files.writeString(folder.resolve("keys.txt"), "# the key\n" + key + "\n");

        Answer written = place.with("BACKUP_KEY", key).run("migrate", "--backup-key-env", "BACKUP_KEY");
        String name = place.run("backup", "--list", "--format", "json")
                .json()
                .at("/backups/0/name")
                .asText();

        assertThat(written.code()).isZero();
        assertThat(name).endsWith(".godwit-backup.zip.age");
        assertThat(place.run("backup", "--verify", name).error()).contains("it is encrypted, and there are no keys");
        assertThat(place.run("backup", "--verify", name, "--backup-key-file", file.toString())
                        .code())
                .isZero();
        Answer wrong = place.with("OTHER", "not " + key).run("backup", "--backup-key-env", "OTHER");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(written.out()
                        + written.error()
                        + wrong.out()
                        + wrong.error()
                        + place.run("history").out())
                .doesNotContain(key);
    }

    @Test
    void aBackupIsLeftOutOnRequest() throws SQLException {
        Place place = risky();

        assertThat(place.run("migrate", "--skip-backup").code()).isZero();

        assertThat(place.backups()).doesNotExist();
        assertThat(place.count("notes")).isZero();
    }
}
