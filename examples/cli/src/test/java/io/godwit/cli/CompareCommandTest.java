package io.godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {

    @TempDir
    private Path folder;

    private Place here;
    private Place there;

    @BeforeEach
    void places() throws IOException {
        here = new Place(Files.createDirectory(folder.resolve("here")));
        there = new Place(Files.createDirectory(folder.resolve("there")));
        assertThat(here.run("migrate").code()).isZero();
        assertThat(there.run("migrate").code()).isZero();
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = there.connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private Answer compare(String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "compare";
        all[1] = "--with";
        all[2] = there.url();
        System.arraycopy(arguments, 0, all, 3, arguments.length);
        return here.run(all);
    }

    @Test
    void whatIsTheSameIsSaidToBe() {
        Answer text = compare("--content", "--fail-on-difference");
        assertThat(text.code()).as(text.error()).isZero();
        assertThat(text.out())
                .contains("2 migrations on both sides, and no other", "They are equal.")
                .doesNotContain("differs");
        JsonNode json = compare("--rows", "--format", "json").json();
        assertThat(json.at("/equal").asBoolean()).isTrue();
        assertThat(json.at("/tables/0/here").has("digest")).isFalse();
        assertThat(json.at("/tables/1/table").asText()).isEqualTo("notes");
    }

    @Test
    void whatDiffersIsShown() throws SQLException {
        execute(
                "DROP INDEX contacts_name",
                "CREATE TABLE extra (id integer)",
                "INSERT INTO contacts (id, name) VALUES (1, 'Ann')");
        Answer text = compare("--rows");
        assertThat(text.code()).isZero();
        assertThat(text.out())
                .contains(
                        "only here  index contacts_name of contacts (columns name)",
                        "only there  table extra (1 column)",
                        "not as many",
                        "They differ.");
        assertThat(compare("--fail-on-difference").code()).isEqualTo(6);
        assertThat(compare("--tables", "notes", "--fail-on-difference").code()).isZero();
        JsonNode json = compare("--format", "json").json();
        assertThat(json.at("/equal").asBoolean()).isFalse();
        assertThat(json.at("/differences/0/part").asText()).isEqualTo("contacts_name");
        assertThat(json.at("/differences/0/there").isNull()).isTrue();
        assertThat(json.at("/tables")).isEmpty();
    }

    @Test
    void migrationsOfOneSideAreNamed() {
        there.write(
                "crm/0003-more.json",
                Documents.contacts().replace("contacts", "more").replace("0001", "0003"));
        assertThat(there.run("migrate").code()).isZero();
        Answer answer = compare("--verbose");
        assertThat(answer.out())
                .contains(
                        "only there  crm-0003-more (crm 1.0.0)",
                        "only there  table more (2 columns)  by crm-0003-more",
                        "godwit rollback --plugin crm --to-migration crm-0002-notes",
                        "DROP TABLE `more`")
                .doesNotContain("nothing explains");
        assertThat(compare("--format", "json")
                        .json()
                        .at("/ways/0/plan/migrations/0/direction")
                        .asText())
                .isEqualTo("down");
        assertThat(there.run("status").out()).contains("3");
    }

    @Test
    void theAnswerGoesToAFile() throws IOException {
        Path file = folder.resolve("answer.json");
        Answer answer = compare("--format", "json", "--output", file.toString());
        assertThat(answer.code()).isZero();
        assertThat(answer.out()).isEmpty();
        assertThat(Files.readString(file)).contains("\"equal\" : true");
        assertThat(compare("--output", folder.resolve("no/such/file").toString())
                        .code())
                .isEqualTo(2);
    }

    @Test
    void aPageOfHtmlIsWhole() throws SQLException, IOException {
        execute("CREATE TABLE \"<img src=x onerror=alert(1)>\" (id integer)");
        Path file = folder.resolve("page.html");
        assertThat(compare("--format", "html", "--rows", "--output", file.toString())
                        .code())
                .isZero();
        assertThat(Files.readString(file))
                .startsWith("<!DOCTYPE html>")
                .contains("&lt;img src=x onerror=alert(1)&gt;", "nothing explains it", "</html>")
                .doesNotContain("<img", "<script");
    }

    @Test
    void aDatabaseOfNobodyIsLeftAsItIs() throws SQLException, IOException {
        Place bare = new Place(Files.createDirectory(folder.resolve("bare")));
        try (Connection connection = bare.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE other (id integer)");
        }
        byte[] before = Files.readAllBytes(bare.database());
        Answer answer = here.run("compare", "--with", bare.url(), "--content");
        assertThat(answer.code()).as(answer.error()).isZero();
        assertThat(answer.out()).contains("without a history of Godwit", "only there  table other");
        assertThat(Files.readAllBytes(bare.database())).isEqualTo(before);
    }

    @Test
    void whatIsWrongWithTheCallIsSaid() {
        assertThat(here.run("compare").code()).isEqualTo(2);
        assertThat(compare("--format", "sql").code()).isEqualTo(2);
        assertThat(compare("--sensitive", "contacts.name").code()).isEqualTo(2);
        assertThat(compare("--with-password-env", "NOBODY_SET_THIS").code()).isEqualTo(2);
        Answer nowhere = compare("--tables", "nowhere");
        assertThat(nowhere.code()).isEqualTo(6);
        assertThat(nowhere.error()).contains("neither here nor there");
        Path missing = folder.resolve("missing.db");
        Answer file = here.run("compare", "--with", "jdbc:sqlite:" + missing);
        assertThat(file.code()).isEqualTo(7);
        assertThat(file.error()).contains("--with names").contains("no such file");
        assertThat(missing).doesNotExist();
        Answer server = here.run("compare", "--with", "jdbc:postgresql://127.0.0.1:1/none");
        assertThat(server.code()).isEqualTo(7);
        assertThat(server.error()).contains("the one there");
    }
}
