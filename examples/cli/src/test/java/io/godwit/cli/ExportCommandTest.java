package io.godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.backup.BackupKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {

    private static final String PEOPLE = """
            {"format": "portable-migration-v1", "migration": {
              "id": "crm-0003-people", "pluginId": "crm", "version": "1.2.0",
              "steps": {"up": [{"id": "rows", "operations": [
                {"createTable": {"table": "people", "columns": [{"name": "id", "type": "integer", "primaryKey": true},
                  {"name": "city", "type": "text"}, {"name": "ssn", "type": "text", "sensitive": true}]}},
                {"insertRows": {"table": "people", "rows": [
                  {"id": 1, "city": "Bern", "ssn": "77"}, {"id": 2, "city": "Rome", "ssn": null}]}}]}]}}}
            """;

    @TempDir
    private Path folder;

    private Place here;
    private Place there;

    @BeforeEach
    void places() throws IOException {
        here = new Place(Files.createDirectory(folder.resolve("here")));
        there = new Place(Files.createDirectory(folder.resolve("there")));
        for (Place place : new Place[] {here, there}) {
            place.write("crm/0003-people.json", PEOPLE);
            assertThat(place.run("migrate").code()).isZero();
        }
    }

    @Test
    void aFilterThatThePluginDeclaresChoosesRows() {
        here.write("crm/plugin.json", """
                {"format": "godwit-plugin-v1", "pluginId": "crm", "filters": {"cities": {"parameters": {"names": "list(text)"},
                  "tables": {"people": "city IN (:names)"}}}}""");
        String file = folder.resolve("rows.zip").toString();
        Answer out = here.run(
                "export",
                "--plugin",
                "crm",
                "--filter",
                "cities",
                "--param",
                "names=Bern",
                "--param",
                "names=Basel",
                "--output",
                file);
        assertThat(out.code()).as(out.error()).isZero();
        assertThat(out.out()).contains("people: 1 row").doesNotContain("contacts");

        Answer misspelt = here.run("export", "--filter", "citys", "--param", "names=x", "--output", file);
        assertThat(misspelt.code()).isNotZero();
        assertThat(misspelt.error()).contains("did you mean 'cities'?");
        assertThat(here.run("export", "--filter", "cities", "--param", "names", "--output", file)
                        .code())
                .isEqualTo(2);
        assertThat(here.run("export", "--param", "names=x", "--output", file).code())
                .isEqualTo(2);
        assertThat(here.run("pack", "--plugin", "crm", "--filter", "cities", "--param", "names=Bern", "--output", file)
                        .error())
                .contains("say --with-data");
        Answer packed = here.run(
                "pack",
                "--plugin",
                "crm",
                "--with-data",
                "--filter",
                "cities",
                "--param",
                "names=Bern",
                "--output",
                file);
        assertThat(packed.out()).contains("1 row of 1 table");
        here.write("crm/plugin.json", "{\"format\": \"godwit-plugin-v1\", \"pluginId\": \"crm\", \"filters\": 1}");
        Answer wrong = here.run("validate");
        assertThat(wrong.code()).isEqualTo(3);
        assertThat(wrong.out() + wrong.error()).contains("crm/plugin.json:1:", "/filters", "expected an object");
    }

    @Test
    void rowsGoFromOneDatabaseToAnother() {
        String file = folder.resolve("rows.zip").toString();
        Answer out = here.run(
                "export",
                "--plugin",
                "crm",
                "--tables",
                "people",
                "--where",
                "people: city = 'Bern'",
                "--output",
                file);
        assertThat(out.code()).isZero();
        assertThat(out.out()).contains("people: 1 row", "left out as sensitive: people (ssn)");

        Answer stopped = there.run("import", file, "--format", "json");
        assertThat(stopped.code()).isOne();
        assertThat(stopped.json().at("/error/message").asText()).contains("Nothing was imported");

        Answer in = there.run("import", file, "--on-conflict", "update", "--format", "json");
        assertThat(in.code()).isZero();
        assertThat(in.json().at("/outcome").asText()).isEqualTo("imported");
        assertThat(in.json().at("/rows").asInt()).isOne();
        assertThat(in.json().at("/tables/0/updated").asInt()).isOne();
        assertThat(there.run("history").out()).contains("import", "people: 0 new, 1 updated");
        assertThat(here.run("audit", "--verify").code()).isZero();
    }

    @Test
    void howManyConnectionsReadIsSaidWithinBounds() throws IOException {
        String first = "";
        for (String readers : new String[] {"1", "16"}) {
            Path out = folder.resolve("by-" + readers);
            Answer answer = here.run("export", "--tables", "people", "--parallel", readers, "--output", out.toString());
            assertThat(answer.code()).as(answer.error()).isZero();
            String rows = Files.readString(out.resolve("data/001-people.jsonl"));
            assertThat(rows).isEqualTo(first.isEmpty() ? rows : first).contains("Bern");
            first = rows;
        }
        for (String readers : new String[] {"0", "17", "many"}) {
            Answer wrong = here.run(
                    "export",
                    "--parallel",
                    readers,
                    "--output",
                    folder.resolve("x").toString());
            assertThat(wrong.code()).isEqualTo(2);
            assertThat(wrong.error()).contains("--parallel");
        }
    }

    @Test
    void rowsGoAsCsvAndForSpreadsheets() throws IOException {
        Path csv = folder.resolve("csv");
        assertThat(here.run("export", "--tables", "people", "--csv", "--complete", "--output", csv.toString())
                        .code())
                .isZero();
        assertThat(Files.readString(csv.resolve("data/001-people.csv"))).isEqualTo("id,city\r\n1,Bern\r\n2,Rome\r\n");
        assertThat(there.run("import", csv.toString(), "--on-conflict", "update")
                        .code())
                .isZero();

        Path sheet = folder.resolve("sheet");
        assertThat(here.run(
                                "export",
                                "--tables",
                                "people",
                                "--file-format",
                                "spreadsheet",
                                "--output",
                                sheet.toString())
                        .code())
                .isZero();
        assertThat(sheet.resolve("data/001-people.spreadsheet.csv")).exists();
        assertThat(there.run("import", sheet.toString()).code()).isEqualTo(6);
    }

    @Test
    void encryptedRowsNeedTheirKey() throws IOException {
        String secret = BackupKeys.generate();
        Path key = Files.writeString(folder.resolve("key.txt"), "# mine\n" + secret + "\n");
        String recipient = "age1rssml5j4cpwkmh8mn35fvuwrwmf8lergasgw9v7py9kn8hlnnfcs6c97cq";
        String file = folder.resolve("rows.tar.gz.age").toString();
        assertThat(here.run("export", "--tables", "people", "--encrypt-to", recipient, "--output", file)
                        .code())
                .isZero();
        Answer plain = there.run("import", file, "--format", "json");
        assertThat(plain.code()).isEqualTo(6);
        assertThat(plain.json().at("/error/fault").asText()).isEqualTo("encrypted");
        Answer wrong = there.run("import", file, "--key-file", key.toString());
        assertThat(wrong.code()).isEqualTo(6);
        assertThat(wrong.error()).contains("none of the keys opens it").doesNotContain(secret);

        assertThat(there.run("import", file, "--key-file", "nowhere").code()).isEqualTo(2);
        assertThat(here.run("export", "--encrypt-to", "age1me", "--output", file)
                        .code())
                .isEqualTo(2);
        assertThat(here.run("export", "--encrypt-to", recipient, "--output", "x.zip")
                        .code())
                .isEqualTo(6);
    }

    @Test
    void whatIsWrongWithTheCallIsSaid() throws IOException {
        assertThat(here.run("export", "--csv", "--spreadsheet", "--output", "x.zip")
                        .code())
                .isEqualTo(2);
        assertThat(here.run("export", "--file-format", "xml", "--output", "x.zip")
                        .code())
                .isEqualTo(2);
        assertThat(here.run("import", "nowhere.zip").code()).isEqualTo(2);
        Answer filter = here.run("export", "--where", "people", "--output", "x.zip");
        assertThat(filter.code()).isEqualTo(2);
        assertThat(filter.error()).contains("TABLE: CONDITION");
        Answer nobody = here.run(
                "export",
                "--plugin",
                "nobody",
                "--output",
                folder.resolve("x.zip").toString());
        assertThat(nobody.code()).isEqualTo(6);
        Answer place =
                here.run("export", "--output", folder.resolve("no/where/x.zip").toString());
        assertThat(place.code()).isOne();
        assertThat(place.error()).contains("there is no folder for it");
        Path broken = Files.writeString(folder.resolve("broken.zip"), "no archive");
        assertThat(here.run("import", broken.toString()).code()).isEqualTo(6);
    }
}
