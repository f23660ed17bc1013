package io.godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of a change set is for other engines, and rows that Liquibase would bind: its checksum is Liquibase's, and its SQL is whole. */
final class LiquibaseForOneEngineTest {

    private static final String CHANGELOG = """
            databaseChangeLog:
              - changeSet:
                  id: targeted
                  author: ann
                  changes:
                    - sql: {dbms: sqlite, sql: "CREATE TABLE log (line varchar(100))"}
                    - sql: {dbms: "postgresql, mysql", sql: "CREATE TABLE log (line text)"}
              - changeSet:
                  id: modified
                  author: ann
                  changes:
                    - createTable: {tableName: note, columns: [{column: {name: id, type: int}}, {column: {name: body, type: varchar(100)}}]}
                  modifySql:
                    - dbms: mysql
                    - append: {value: " ENGINE InnoDB"}
              - changeSet:
                  id: rows
                  author: ann
                  failOnError: %s
                  changes:
                    - loadData:
                        file: notes.csv
                        tableName: note
                        usePreparedStatements: true
                        columns: [{column: {name: id, type: numeric}}, {column: {name: body, type: %s}}]
            """;

    @TempDir
    private Path folder;

    private Path output;
    private LiquibaseRun run;

    @BeforeEach
    void files() throws IOException {
        output = folder.resolve("one.sql");
        Path root = Files.createDirectory(folder.resolve("root"));
        run = new LiquibaseRun(root, "main.yaml", "jdbc:sqlite:" + folder.resolve("first.db"));
        Files.writeString(root.resolve("notes.csv"), "id,body\n1,it's\n2,\"a,b\"\n");
    }

    @Test
    void whatRanIsVerifiedAndWritten() throws Exception {
        write(CHANGELOG.formatted(true, "string"));
        run.update("");

        Answer answer = sql("sqlite", run.url());

        assertThat(answer.code()).as(answer.error()).isZero();
        assertThat(output)
                .content()
                .contains("line varchar(100)", "it''s", "a,b")
                .doesNotContain("line text", "InnoDB");
    }

    @Test
    void rowsAndTheEnginesOwnAreInWhatWouldRun() throws IOException {
        write(CHANGELOG.formatted(true, "string"));

        assertThat(sql("mysql", "").code()).isZero();

        assertThat(output)
                .content()
                .contains("line text", "it''s", "a,b", "ENGINE InnoDB")
                .doesNotContain("line varchar");
    }

    @Test
    void rowsThatCanOnlyBeBoundAreRefusedAlsoWhereTheyMayFail() throws IOException {
        write(CHANGELOG.formatted(false, "blob"));

        Answer answer = sql("postgresql", "");

        assertThat(answer.code()).isEqualTo(6);
        assertThat(answer.error()).contains("main.yaml::rows::ann", "prepared statements are required");
        assertThat(output).doesNotExist();
    }

    private void write(String changelog) throws IOException {
        Files.writeString(run.root().resolve("main.yaml"), changelog);
    }

    private Answer sql(String engine, String url) {
        Place place = new Place(folder).without("GODWIT_URL");
        Place there = url.isEmpty() ? place : place.with("GODWIT_URL", url);
        return there.run(
                "liquibase",
                "sql",
                "--changelog",
                "main.yaml",
                "--root",
                run.root().toString(),
                "--output",
                output.toString(),
                "--engine",
                engine);
    }
}
