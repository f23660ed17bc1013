package io.godwit.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConvertFlywayTest {

    @TempDir
    private Path folder;

    private Path scripts;
    private Path output;

    @BeforeEach
    void scripts() throws IOException {
        scripts = Files.createDirectories(folder.resolve("sql/sub")).getParent();
        output = folder.resolve("output");
        write("V1__create_person.sql", """
                CREATE TABLE person (id integer PRIMARY KEY, name varchar(100) NOT NULL);
                INSERT INTO person (id, name) VALUES (1, '${who}');
                """);
        write("sub/V1_10__mark.sql", "UPDATE person SET name = name || '!';");
        write("V1.2__age.sql", "ALTER TABLE person ADD COLUMN age integer;");
        write("U1.2__age.sql", "ALTER TABLE person DROP COLUMN age;");
        write("R__names.sql", "CREATE VIEW names AS SELECT name FROM person;");
        write("V2__Counted.java", "class V2__Counted {}");
        write("beforeMigrate.sql", "SELECT 1;");
    }

    @Test
    void scriptsBecomeMigrationsInTheOrderOfTheirVersions() throws SQLException {
        Answer answer = convert("--from", "flyway", "--to", "portable", "-D", "who=Zoe", "--format", "json");

        assertThat(answer.code()).isEqualTo(6);
        assertThat(answer.json().at("/migrations").toString())
                .isEqualTo("[\"app-0001-create-person\",\"app-0002-age\",\"app-0003-mark\",\"app-0004-names\"]");
        assertThat(answer.json().at("/byHand").toString())
                .contains("V2__Counted.java", "beforeMigrate.sql")
                .doesNotContain("V1__");
        assertThat(answer.json().at("/notes").toString()).contains("R__names.sql");

        Place place = new Place(folder).with("GODWIT_PLUGINS", output.toString());
        assertThat(place.run("migrate", "--skip-backup").code()).isZero();
        assertThat(value("SELECT name FROM names")).isEqualTo("Zoe!");
        assertThat(place.run("status", "--format", "json")
                        .json()
                        .at("/plugins/0/version")
                        .asText())
                .isEqualTo("1.10.0");
    }

    @Test
    void whatAllEnginesCanSayIsUniversalAndTheRestIsTheirOwn() throws IOException {
        convert("--from", "flyway", "--to", "portable", "-D", "who=Zoe");
        assertThat(Files.readString(output.resolve("app-0002-age.json")))
                .contains("\"universal\"", "\"down\"", "\"x-flyway\"", "\"version\": \"1.2\"");

        write("V3__own.sql", "CREATE INDEX by_name ON person USING hash (name);");
        output = folder.resolve("own");
        assertThat(convert("--from", "flyway", "--to", "portable", "-D", "who=Zoe", "--engine", "postgresql")
                        .code())
                .isEqualTo(6);
        assertThat(Files.readString(output.resolve("app-0004-own.json")))
                .contains("\"postgresql\"")
                .doesNotContain("\"universal\"");
    }

    @Test
    void aPlaceholderWithoutAValueIsLeftToAPerson() {
        Answer answer = convert("--from", "flyway", "--to", "portable");

        assertThat(answer.code()).isEqualTo(6);
        assertThat(answer.error()).contains("by hand: V1__create_person.sql: the placeholder ${who} has no value");
        assertThat(output.resolve("app-0001-create-person.json")).doesNotExist();
    }

    @Test
    void theNewestBaselineTakesThePlaceOfWhatItSumsUp() throws IOException, SQLException {
        write("B1.1__older.sql", "SELECT 1;");
        write("B1.2__summed_up.sql", """
                CREATE TABLE person (id integer PRIMARY KEY, name varchar(100) NOT NULL, age integer);
                INSERT INTO person (id, name) VALUES (1, '${WHO}');
                """);

        Answer answer = convert("--from", "flyway", "--to", "portable", "-D", "who=Zoe", "--format", "json");

        assertThat(answer.json().at("/migrations").toString())
                .isEqualTo("[\"app-0001-summed-up\",\"app-0002-mark\",\"app-0003-names\"]");
        assertThat(answer.json().at("/notes").toString())
                .contains("V1__create_person.sql", "V1.2__age.sql", "U1.2__age.sql", "B1.1__older.sql");
        assertThat(new Place(folder)
                        .with("GODWIT_PLUGINS", output.toString())
                        .run("migrate", "--skip-backup")
                        .code())
                .isZero();
        assertThat(value("SELECT name FROM names")).isEqualTo("Zoe!");
    }

    @Test
    void settingsBesideAScriptAreKeptOrListed() throws IOException {
        write("V1__create_person.sql.conf", "# executeInTransaction=false\nplaceholderReplacement=false\n");
        write("V1.2__age.sql.conf", "shouldExecute=${who}\n");
        Files.write(scripts.resolve("V3__latin.sql"), new byte[] {'-', '-', ' ', (byte) 0xE9, '\n', 'S', 'E', ';'});
        write("V4__latin.sql.conf", "encoding=ISO-8859-1\n");
        Files.write(scripts.resolve("V4__latin.sql"), "UPDATE person SET name = 'é';".getBytes(ISO_8859_1));

        Answer answer = convert("--from", "flyway", "--to", "portable", "--engine", "sqlite");

        assertThat(answer.code()).isEqualTo(6);
        assertThat(answer.error())
                .contains("by hand: V1.2__age.sql: its settings in V1.2__age.sql.conf have no form")
                .contains("by hand: V3__latin.sql: is not text in UTF-8");
        assertThat(Files.readString(output.resolve("app-0001-create-person.json")))
                .contains("${who}")
                .doesNotContain("\"transactional\"");
        assertThat(Files.readString(output.resolve("app-0005-latin.json"))).contains("é");
    }

    @Test
    void whatCannotRunInATransactionDoesNot() throws IOException {
        write("V3__index.sql", "-- while others write;\nCREATE INDEX CONCURRENTLY by_name ON person (name);");

        convert("--from", "flyway", "--to", "portable", "-D", "who=Zoe", "--engine", "postgresql");

        assertThat(Files.readString(output.resolve("app-0004-index.json"))).contains("\"transactional\": false");
        assertThat(Files.readString(output.resolve("app-0003-mark.json"))).doesNotContain("\"transactional\"");
    }

    /** As Flyway's own parser reads them: symbols alone, and no line of the client's transactions. */
    @Test
    void statementsWithSemicolonsInThemComeWithADelimiter() throws IOException {
        write("V3__procedure.sql", """
                DELIMITER //
                CREATE PROCEDURE two() BEGIN SELECT '${x}'; SELECT '$$'; END//
                DELIMITER ;
                """);
        write("V3__procedure.sql.conf", "placeholderReplacement=false");
        convert("--from", "flyway", "--to", "portable", "-D", "who=Zoe", "--engine", "mysql");
        Path back = folder.resolve("back");

        new Place(folder)
                .run(
                        "convert",
                        output.toString(),
                        "--from",
                        "portable",
                        "--to",
                        "flyway",
                        "--engine",
                        "mysql",
                        "--output",
                        back.toString());

        assertThat(Files.readString(back.resolve("V4__app-0004-procedure.sql"))).isEqualTo("""
                -- step script
                DELIMITER //
                CREATE PROCEDURE two() BEGIN SELECT '${x}'; SELECT '$$'; END//
                DELIMITER ;
                """);
        assertThat(Files.readString(back.resolve("V4__app-0004-procedure.sql.conf")))
                .isEqualTo("placeholderReplacement=false\n");
    }

    @Test
    void twoScriptsOfOneVersionAreRefused() throws IOException {
        write("sub/V1.0__again.sql", "SELECT 1;");

        Answer answer = convert("--from", "flyway", "--to", "portable", "-D", "who=Zoe");

        assertThat(answer.code()).isEqualTo(6);
        assertThat(answer.error()).contains("has version 1", "V1__create_person.sql");
        assertThat(output).doesNotExist();
    }

    @Test
    void portableMigrationsBecomeScripts() throws IOException, SQLException {
        Place place = new Place(folder);
        Answer answer = place.run(
                "convert",
                place.plugins().toString(),
                "--from",
                "portable",
                "--to",
                "flyway",
                "--engine",
                "sqlite",
                "--output",
                output.toString());

        assertThat(answer.code()).as(answer.error()).isZero();
        assertThat(output.resolve("V2__crm-0002-notes.sql")).exists();
        assertThat(output.resolve("U2__crm-0002-notes.sql")).exists();
        assertThat(Files.readString(output.resolve("V1__crm-0001-contacts.sql")))
                .contains("CREATE TABLE");
        assertThat(output.resolve("conversion-report.md")).exists();
        assertThat(convert("--from", "portable", "--to", "flyway").code()).isEqualTo(2);
        assertThat(convert("--from", "flyway", "--to", "flyway").code()).isEqualTo(2);
    }

    private Answer convert(String... options) {
        List<String> arguments = new ArrayList<>(List.of("convert", scripts.toString()));
        arguments.addAll(List.of("--output", output.toString(), "--plugin", "app"));
        arguments.addAll(Arrays.asList(options));
        return new Place(folder).run(arguments.toArray(String[]::new));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(scripts.resolve(name), text);
    }

    private String value(String query) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("app.db"));
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            return row.getString(1);
        }
    }
}
