package io.godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Histories as Flyway leaves them after years: repeated, undone, deleted, baselines. */
final class AdoptFlywayTest {

    private static final String PERSON = "CREATE TABLE person (id integer PRIMARY KEY, name varchar(9), age integer);";
    private static final String FIRST = "CREATE TABLE person (id integer PRIMARY KEY, name varchar(9));";
    private static final String AGE = "ALTER TABLE person ADD COLUMN age integer;";
    private static final String MORE = "ALTER TABLE person ADD COLUMN more integer;";
    private static final String VIEW = "CREATE VIEW names AS SELECT name AS ${word} FROM person;";

    @TempDir
    private Path folder;

    private Path scripts;
    private Place place;
    private int rank;

    @BeforeEach
    void history() throws Exception {
        scripts = Files.createDirectories(folder.resolve("sql"));
        place = new Place(folder)
                .with("GODWIT_PLUGINS", folder.resolve("output").toString());
        execute(
                "CREATE TABLE schema_version (installed_rank INT PRIMARY KEY, version VARCHAR(50), description VARCHAR(200),"
                        + " type VARCHAR(20), script VARCHAR(1000), checksum INT, success BOOLEAN)");
        execute(PERSON);
        write("V1__first.sql", FIRST);
        write("V2__age.sql", AGE);
    }

    @Test
    void whatWasRepeatedUndoneOrDeletedCountsAsItStandsNow() throws Exception {
        write("R__names.sql", VIEW);
        row("1", "first", "SQL", "V1__first.sql", sum(FIRST));
        row("2", "age", "SQL", "V2__age.sql", 7);
        row("2", "age", "UNDO_SQL", "U2__age.sql", 8);
        row("2", "age", "SQL", "V2__age.sql", sum(AGE));
        row("3", "gone", "SQL", "V3__gone.sql", 9);
        row("3", "gone", "DELETE", "V3__gone.sql", 9);
        row(null, "names", "SQL", "R__names.sql", 10);
        row(null, "names", "SQL", "R__names.sql", sum(VIEW.replace("${word}", "word")));
        row("4", "Counted", "JDBC", "app.V4__Counted", null);
        convert();

        assertThat(adopt().error()).contains("${word} has no value");
        assertThat(adopt("-D", "word=other").error()).contains("R__names.sql: was changed after it ran");
        assertThat(adopt("-D", "word=word").out()).contains("3 migrations recorded");
        assertThat(place.run("migrate").code()).isZero();
    }

    @Test
    void aVersionThatWasTakenBackIsPending() throws Exception {
        execute("ALTER TABLE person DROP COLUMN age");
        row("1", "first", "SQL", "V1__first.sql", sum(FIRST));
        row("2", "age", "SQL", "V2__age.sql", sum(AGE));
        row("2", "age", "UNDO_SQL", "U2__age.sql", 8);
        convert();

        assertThat(adopt().out()).contains("1 migration recorded");
        assertThat(place.run("migrate", "--skip-backup").code()).isZero();
        assertThat(columns()).isEqualTo("3");
    }

    @Test
    void whatWasThereBeforeFlywayCameIsNotRun() throws Exception {
        row("1", "<< Flyway Baseline >>", "BASELINE", "<< Flyway Baseline >>", null);
        row("2", "age", "SQL", "V2__age.sql", sum(AGE));
        convert();

        assertThat(adopt().out()).contains("2 migrations recorded");
        assertThat(place.run("migrate", "--skip-backup").code()).isZero();
        assertThat(columns()).isEqualTo("3");
    }

    @Test
    void aBaselineIsTakenForWhatItSumsUpAlsoWhereThatIsGone() throws Exception {
        Files.delete(scripts.resolve("V1__first.sql"));
        write("B2__all.sql", PERSON);
        write("V3__more.sql", MORE);
        row("1", "first", "SQL", "V1__first.sql", sum(FIRST));
        convert();
        assertThat(adopt().error()).contains("B2__all.sql: sums up more than ran here");

        row("2", "age", "SQL", "V2__age.sql", sum(AGE));
        assertThat(adopt().out()).contains("1 migration recorded");
        assertThat(place.run("migrate", "--skip-backup").code()).isZero();
        assertThat(columns()).isEqualTo("4");
    }

    @Test
    void aBaselineThatRanIsAdopted() throws Exception {
        write("B2__all.sql", PERSON);
        write("V3__more.sql", MORE);
        row("2", "all", "SQL_BASELINE", "B2__all.sql", sum(PERSON));
        convert();

        assertThat(adopt().out()).contains("1 migration recorded");
        assertThat(place.run("migrate", "--skip-backup").code()).isZero();
        assertThat(columns()).isEqualTo("4");
    }

    private Answer adopt(String... options) {
        List<String> arguments = new ArrayList<>(
                List.of("adopt", scripts.toString(), "--from", "flyway", "--history-table", "schema_version"));
        arguments.addAll(List.of(options));
        return place.run(arguments.toArray(String[]::new));
    }

    private void convert() {
        Answer answer = place.run(
                "convert",
                scripts.toString(),
                "--from=flyway",
                "--to=portable",
                "--engine=sqlite",
                "-Dword=word",
                "--output",
                folder.resolve("output").toString());
        assertThat(answer.code()).as(answer.error()).isZero();
    }

    private static int sum(String script) {
        CRC32 sum = new CRC32();
        sum.update(script.getBytes(StandardCharsets.UTF_8));
        return (int) sum.getValue();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(scripts.resolve(name), text);
    }

    private void row(String version, String description, String type, String script, Integer checksum)
            throws SQLException {
        try (var connection = DriverManager.getConnection(place.url());
                var insert = connection.prepareStatement("INSERT INTO schema_version VALUES (?, ?, ?, ?, ?, ?, 1)")) {
            insert.setInt(1, ++rank);
            insert.setString(2, version);
            insert.setString(3, description);
            insert.setString(4, type);
            insert.setString(5, script);
            insert.setObject(6, checksum);
            insert.executeUpdate();
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(place.url());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String columns() throws SQLException {
        try (var connection = DriverManager.getConnection(place.url());
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT count(*) FROM pragma_table_info('person')")) {
            return row.getString(1);
        }
    }
}
