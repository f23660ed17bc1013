package io.godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UninstallCommandTest {

    @TempDir
    private Path folder;

    @Test
    void aDryRunShowsWhatWouldGo() throws SQLException {
        Place place = new Place(folder);
        place.run("migrate");

        Answer answer = place.run("uninstall", "--plugin", "crm", "--mode", "drop", "--dry-run", "--format", "json");

        assertThat(answer.code()).isZero();
        assertThat(answer.json().at("/findings"))
                .map(finding -> finding.at("/message").asText())
                .anyMatch(message -> message.startsWith("drops table notes: "));
        assertThat(place.count("notes")).isEqualTo(1);
    }

    @Test
    void dropNeedsNoFilesAndTheNextInstallBeginsAnew() throws SQLException {
        Place place = new Place(folder);
        place.run("migrate");

        Answer gone = place.without("GODWIT_PLUGINS").run("uninstall", "--plugin", "crm", "--mode", "drop");

        assertThat(gone.code()).isZero();
        assertThat(place.count("notes") + place.count("contacts")).isZero();
        Answer again = place.with("GODWIT_PLUGINS", place.plugins().toString()).run("migrate", "--format", "json");
        assertThat(again.json().at("/applied")).hasSize(2);
    }

    @Test
    void whatIsKeptIsShownAndAdopted() throws SQLException {
        Place place = new Place(folder);
        place.run("migrate");

        Answer kept = place.run("uninstall", "--plugin", "crm", "--mode", "KEEP");

        assertThat(kept.code()).isZero();
        assertThat(kept.out()).contains("kept crm-0002-notes");
        assertThat(place.count("notes")).isEqualTo(1);
        assertThat(place.run("status", "--format", "json").json().at("/plugins/0/orphaned"))
                .map(JsonNode::asText)
                .containsExactly("crm-0001-contacts", "crm-0002-notes");
        assertThat(place.run("migrate").out()).contains("adopted crm-0001-contacts", "adopted crm-0002-notes");
    }

    @Test
    void anArchiveHoldsTheRowsAndTheNextInstallBeginsAnew() throws SQLException {
        Place place = new Place(folder);
        Path backups = place.backups();
        place.run("migrate");

        Answer gone = place.run("uninstall", "--plugin", "crm", "--mode", "archive");

        assertThat(gone.code()).isZero();
        assertThat(gone.out()).containsPattern("wrote crm-1\\.1\\.0-.+\\.godwit-backup\\.zip: \\d tables, \\d rows");
        assertThat(backups).isDirectoryContaining("glob:**/crm-1.1.0-*.godwit-backup.zip");
        assertThat(place.count("notes")).isZero();
        assertThat(place.run("history").out()).contains("archive");
        assertThat(place.run("migrate").code()).isZero();
        assertThat(place.count("notes")).isEqualTo(1);
    }

    @Test
    void anArchiveNeedsAPlace() throws SQLException {
        Place place = new Place(folder).without("GODWIT_BACKUPS");
        place.run("migrate");

        Answer nowhere = place.run("uninstall", "--plugin", "crm", "--mode", "archive");
        Answer noFolder = place.run(
                "uninstall",
                "--plugin",
                "crm",
                "--mode",
                "archive",
                "--backups",
                place.plugins().resolve("crm/0001-contacts.json").toString());

        assertThat(nowhere.code()).isEqualTo(2);
        assertThat(nowhere.error()).contains("--backups DIR");
        assertThat(noFolder.code()).isEqualTo(1);
        assertThat(noFolder.error()).contains("could not be written", "Nothing was changed in the database");
        assertThat(place.count("notes")).isEqualTo(1);
    }

    @Test
    void whatIsNotThereIsRefused() {
        Answer answer = new Place(folder).run("uninstall", "--plugin", "crm", "--mode", "drop");

        assertThat(answer.code()).isEqualTo(6);
        assertThat(answer.error()).contains("Nothing of plugin 'crm' is applied");
    }
}
