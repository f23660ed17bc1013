package io.godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallCommandTest {

    private static final String PEOPLE = """
            {"format": "portable-migration-v1", "migration": {
              "id": "crm-0003-people", "pluginId": "crm", "version": "1.2.0",
              "steps": {"up": [{"id": "rows", "transform": {
                "source": {"file": "data/people.jsonl"}, "target": "contacts",
                "mapping": [{"source": "id", "target": "id"}, {"source": "name", "target": "name"}]}}]}}}
            """;

    private static final String RAW = """
            {"format": "portable-migration-v1", "migration": {
              "id": "crm-0003-raw", "pluginId": "crm", "version": "1.2.0",
              "steps": {"up": [{"id": "text", "sql": {"sqlite": "CREATE TABLE raw_made (id int)"}}]}}}
            """;

    @TempDir
    private Path folder;

    private Place author;
    private Place host;

    @BeforeEach
    void places() throws IOException {
        author = new Place(Files.createDirectory(folder.resolve("author")));
        host = new Place(Files.createDirectory(folder.resolve("host"))).without("GODWIT_PLUGINS");
    }

    private String pack(String name) {
        Path file = folder.resolve(name);
        assertThat(author.run("pack", "--plugin", "crm", "--output", file.toString())
                        .code())
                .isZero();
        return file.toString();
    }

    @Test
    void aPackageIsPlannedRunAndRecorded() throws SQLException {
        String file = pack("crm.zip");

        Answer planned = host.run("install", file, "--dry-run");
        assertThat(planned.code()).isZero();
        assertThat(planned.out()).contains("crm-0001-contacts", "makes table notes");
        assertThat(host.database()).doesNotExist();

        Answer installed = host.run("install", file, "--format", "json");
        assertThat(installed.json().at("/outcome").asText()).isEqualTo("succeeded");
        assertThat(host.count("notes")).isOne();
        assertThat(host.run("audit").out() + host.run("history").out()).contains("install", "crm 1.1.0 of crm.zip");
        assertThat(host.run("audit", "--verify").code()).isZero();

        Answer again = host.run("install", file, "--format", "json");
        assertThat(again.json().at("/outcome").asText()).isEqualTo("nothing-to-do");
        assertThat(host.run("rollback", "--plugin", "crm", "--to-migration", "crm-0001-contacts")
                        .code())
                .isZero();
        assertThat(host.count("notes")).isZero();
    }

    @Test
    void rowsOfAFileInThePackageAreMoved() throws SQLException {
        author.write("crm/0003-people.json", PEOPLE);
        author.write("crm/data/people.jsonl", "{\"id\": 1, \"name\": \"Ada\"}\n{\"id\": 2, \"name\": \"Grace\"}\n");
        String file = pack("crm.tar.gz");

        assertThat(host.run("install", file).code()).isZero();

        try (var connection = host.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM contacts")) {
            assertThat(rows.getInt(1)).isEqualTo(2);
        }
    }

    @Test
    void anOlderPackageThanWhatIsAppliedIsRefused() {
        String old = pack("old.tar.gz");
        author.write(
                "crm/0004-more.json",
                Documents.notes()
                        .replace("0002-notes", "0004-more")
                        .replace("1.1.0", "1.3.0")
                        .replace("\"notes\"", "\"more\""));
        String current = pack("new.tar.gz");

        assertThat(host.run("install", current).code()).isZero();
        Answer refused = host.run("install", old, "--format", "json");

        assertThat(refused.code()).isEqualTo(6);
        assertThat(refused.json().at("/failed/message").asText()
                        + refused.json().at("/error/message").asText())
                .contains("it is version 1.1.0, and 1.3.0 is applied");
        assertThat(host.run("install", old, "--dry-run").code()).isEqualTo(6);
    }

    @Test
    void anEnginesOwnSqlNeedsTrust() throws SQLException {
        author.write("crm/0003-raw.json", RAW);
        String file = pack("crm.tar.gz");

        assertThat(author.run("inspect", file).out()).contains("crm-0003-raw, step 'text' (sqlite)");
        Answer refused = host.run("install", file, "--format", "json");
        assertThat(refused.code()).isEqualTo(6);
        assertThat(refused.json().at("/error/fault").asText()).isEqualTo("raw-sql");
        assertThat(host.database()).doesNotExist();

        assertThat(host.run("install", file, "--trust-sql").code()).isZero();
        assertThat(host.count("raw_made")).isOne();
    }

    @Test
    void thePackageCountsAndNotWhatTheHostHasOfItsPlugin() {
        host.with("GODWIT_PLUGINS", host.plugins().toString());
        host.write("crm/0001-contacts.json", Documents.contactsEdited());
        String file = pack("crm.tar.gz");

        assertThat(host.run("install", file).code()).isZero();
        assertThat(host.without("GODWIT_PLUGINS").run("install", file).code()).isZero();
    }

    @Test
    void whatWasChangedMakesNoDatabase() throws IOException {
        String file = pack("crm.tar.gz");
        byte[] bytes = Files.readAllBytes(Path.of(file));
        bytes[bytes.length / 2] ^= 1;
        Files.write(Path.of(file), bytes);

        assertThat(host.run("install", file).code()).isEqualTo(6);
        assertThat(host.database()).doesNotExist();
        assertThat(host.run("install", folder.resolve("nothing.zip").toString()).code())
                .isEqualTo(2);
    }
}
