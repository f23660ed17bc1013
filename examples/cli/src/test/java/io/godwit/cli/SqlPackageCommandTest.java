package io.godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlPackageCommandTest {

    @TempDir
    private Path folder;

    private Place place;
    private String output;

    @BeforeEach
    void place() throws IOException {
        place = new Place(Files.createDirectory(folder.resolve("here")));
        output = folder.resolve("crm.sql").toString();
    }

    private String text(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    @Test
    void twoFilesAreWrittenWithoutADatabase() throws IOException {
        Answer answer = place.without("GODWIT_URL").run("sql-package", "--engine", "postgres:17", "--output", output);
        assertThat(answer.code()).isZero();
        assertThat(answer.out()).contains("2 migrations", "crm.sql.rollback.sql: takes them back");
        assertThat(text("crm.sql"))
                .contains("psql -X", "Applies crm 1.1.0 for postgresql 17", "One transaction")
                .contains("Undo: crm.sql.rollback.sql", "INSERT INTO \"godwit_audit\"");
        assertThat(text("crm.sql.rollback.sql")).contains("Takes back what crm.sql applied", "DROP TABLE");
    }

    @Test
    void onlyWhatIsPendingIsWrittenOfADatabase() {
        assertThat(place.run("migrate", "--plugin", "crm@1.0.0").code()).isZero();
        Answer answer = place.run(
                "sql-package", "--engine", "sqlite", "--plugin", "crm", "--output", output, "--format", "json");
        assertThat(answer.code()).isZero();
        assertThat(answer.json().at("/migrations").toString()).isEqualTo("[\"crm-0002-notes\"]");
        assertThat(answer.json().at("/rollback").asText()).endsWith("crm.sql.rollback.sql");
        assertThat(place.run("status").out()).contains("pending  crm-0002-notes");

        Answer nothing = place.run("sql-package", "--plugin", "crm@1.0.0", "--output", output);
        assertThat(nothing.code()).isEqualTo(6);
        assertThat(nothing.error()).contains("nothing to do");
    }

    @Test
    void aPackageBecomesTheSameFileAsItsFolder() throws IOException {
        Place offline = place.without("GODWIT_URL").with("SOURCE_DATE_EPOCH", "1700000000");
        String packed = folder.resolve("crm.zip").toString();
        assertThat(offline.run("pack", "--plugin", "crm", "--output", packed).code())
                .isZero();
        assertThat(offline.run("sql-package", "--engine", "mysql", "--output", output)
                        .code())
                .isZero();
        String first = text("crm.sql");
        assertThat(first).contains("2023-11-14T22:13:20Z");
        assertThat(offline.run("sql-package", "--package", packed, "--engine", "mysql", "--output", output)
                        .code())
                .isZero();
        assertThat(text("crm.sql")).isEqualTo(first);
    }

    @Test
    void rowsOfADatabaseGoWithTheMigrations() throws IOException {
        assertThat(place.run("migrate").code()).isZero();
        Answer answer = place.run("sql-package", "--with-data", "--engine", "mysql", "--output", output);
        assertThat(answer.code()).as(answer.error()).isZero();
        assertThat(answer.out()).contains("2 migrations", " rows");
        assertThat(text("crm.sql")).contains("for mysql", "-- The rows.", "SET NAMES utf8mb4");
        Answer same = place.run("sql-package", "--with-data", "--output", output, "--format", "json");
        assertThat(same.json().at("/rows").isNumber()).isTrue();
        assertThat(text("crm.sql")).contains("for sqlite");
    }

    @Test
    void rowsOfAPackageGoWithTheMigrations() throws IOException {
        assertThat(place.run("migrate").code()).isZero();
        String packed = folder.resolve("crm.zip").toString();
        assertThat(place.run("pack", "--plugin", "crm", "--with-data", "--output", packed)
                        .code())
                .isZero();
        Place offline = place.without("GODWIT_URL");
        Answer answer = offline.run(
                "sql-package", "--package", packed, "--with-data", "--engine", "postgresql", "--output", output);
        assertThat(answer.code()).as(answer.error()).isZero();
        assertThat(text("crm.sql")).contains("-- The rows.", "; with manifest ");
        assertThat(offline.run("pack", "--plugin", "crm", "--output", packed).code())
                .isZero();
        Answer bare =
                offline.run("sql-package", "--package", packed, "--with-data", "--engine", "mysql", "--output", output);
        assertThat(bare.error()).contains("has no rows");
        assertThat(bare.code()).isNotZero();
        Answer nowhere = offline.run("sql-package", "--with-data", "--engine", "mysql", "--output", output);
        assertThat(nowhere.code()).isEqualTo(2);
        assertThat(nowhere.error()).contains("say --url or --package");
        Answer vain = offline.run("sql-package", "--engine", "mysql", "--sensitive", "a.b", "--output", output);
        assertThat(vain.code()).isEqualTo(2);
    }

    @Test
    void whatIsWrongWithTheCallIsSaid() {
        Answer other = place.run("sql-package", "--engine", "mysql", "--output", output);
        assertThat(other.code()).isEqualTo(2);
        assertThat(other.error()).contains("--engine names mysql", "is sqlite");
        place.without("GODWIT_URL");
        assertThat(place.run("sql-package", "--output", output).code()).isEqualTo(2);
        assertThat(place.run("sql-package", "--engine", "nonesuch", "--output", output)
                        .code())
                .isEqualTo(2);
        Answer both =
                place.run("sql-package", "--engine", "mysql", "--plugin", "crm", "--package", "x", "--output", output);
        assertThat(both.code()).isEqualTo(2);
        assertThat(both.error()).contains("leave --plugin out");
    }
}
