package io.godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command line brings back. */
final class RestoreTest {

    @TempDir
    private Path folder;

    private Place archived() throws SQLException {
        Place place = new Place(folder);
        place.run("migrate");
        try (Connection connection = place.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO notes (id) VALUES (1)");
        }
        assertThat(place.run("uninstall", "--plugin", "crm", "--mode", "archive")
                        .code())
                .isZero();
        return place;
    }

    private static String name(Place place) {
        return place.run("backup", "--list", "--format", "json")
                .json()
                .at("/backups/0/name")
                .asText();
    }

    @Test
    void pluginThatWasArchivedIsBack() throws SQLException {
        Place place = archived();
        String name = name(place);

        Answer shown = place.run("restore", name, "--dry-run");
        assertThat(shown.code()).isZero();
        assertThat(shown.out()).contains("table notes: 1 rows; it is not there now", "in the history again");
        Answer restored = place.run("restore", name);

        assertThat(restored.code()).isZero();
        assertThat(restored.out()).contains("restored and compared with the backup");
        assertThat(place.count("notes")).isEqualTo(1);
        assertThat(place.run("history").out()).contains("restore");
    }

    @Test
    void scriptsReadWhatWasRestored() throws SQLException {
        Place place = archived();

        JsonNode report = place.run("restore", name(place), "--format", "json").json();

        assertThat(report.at("/outcome").asText()).isEqualTo("restored");
        assertThat(report.at("/pluginId").asText()).isEqualTo("crm");
        assertThat(report.at("/obstacles")).isEmpty();
    }

    @Test
    void whatIsDamagedOrMissingIsRefused() throws SQLException, IOException {
        Place place = archived();
        String name = name(place);
        Path file = place.backups().resolve(name);
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));

        Answer damaged = place.run("restore", name);
        Answer missing = place.run("restore", "nothing.godwit-backup.zip");

        assertThat(damaged.code()).isEqualTo(6);
        assertThat(damaged.error()).contains("Nothing was changed");
        assertThat(missing.code()).isEqualTo(6);
    }
}
