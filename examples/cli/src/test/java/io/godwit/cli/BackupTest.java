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
    void aBackupIsLeftOutOnRequest() throws SQLException {
        Place place = risky();

        assertThat(place.run("migrate", "--skip-backup").code()).isZero();

        assertThat(place.backups()).doesNotExist();
        assertThat(place.count("notes")).isZero();
    }
}
