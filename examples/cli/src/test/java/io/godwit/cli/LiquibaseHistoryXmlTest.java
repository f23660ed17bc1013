package io.godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What ran on a database under Liquibase, as one changelog in XML. */
final class LiquibaseHistoryXmlTest {

    @TempDir
    private Path folder;

    private Path root;
    private Path output;
    private LiquibaseRun ran;

    @BeforeEach
    void changelog() throws Exception {
        root = folder.resolve("root");
        output = Files.createDirectories(folder.resolve("one")).resolve("one.xml");
        ran = new LiquibaseRun(root, "main.yaml", "jdbc:sqlite:" + folder.resolve("ran.db"));
        write("main.yaml", """
                databaseChangeLog:
                  - property: {name: size, value: '40'}
                  - changeSet:
                      id: 1
                      author: ann
                      changes:
                        - createTable:
                            tableName: city
                            columns:
                              - column: {name: id, type: int, constraints: {primaryKey: true, nullable: false}}
                              - column: {name: name, type: 'varchar(${size})', defaultValue: "a < b & 'c'"}
                  - include: {file: more/scripts.sql}
                  - changeSet:
                      id: 2
                      author: ann
                      changes:
                        - sqlFile: {path: more/view.sql, splitStatements: false}
                        - loadData: {file: ./more/rows.csv, tableName: city, relativeToChangelogFile: true}
                        - insert:
                            tableName: city
                            columns: [{column: {name: id, valueNumeric: 1}}, {column: {name: name, value: "Köln ]]> 😀"}}]
                  - changeSet:
                      id: never
                      author: bob
                      preConditions: [{onFail: MARK_RAN}, {not: [{tableExists: {tableName: city}}]}]
                      changes: [{dropTable: {tableName: city}}]
                  - changeSet: {id: tag, author: bob, changes: [{tagDatabase: {tag: v1}}]}
                """);
        write("more/scripts.sql", """
                --liquibase formatted sql
                --changeset cy:s1 context:prod
                CREATE TABLE note (id int, body text); -- tail
                INSERT INTO note VALUES (1, 'a;b');
                --rollback DROP TABLE note;
                --changeset cy:s2 endDelimiter:// stripComments:false runOnChange:true
                INSERT INTO note VALUES (2, 'x <y> && z') -- kept
                //
                """);
        write("more/view.sql", "CREATE VIEW names AS SELECT name FROM city WHERE id < 5 AND name <> '&amp;'");
        write("more/rows.csv", "id,name\n7,Bern\n");
        ran.update("prod");
        write("main.yaml", Files.readString(root.resolve("main.yaml")) + """
                  - changeSet: {id: pending, author: bob, changes: [{dropTable: {tableName: note}}]}
                """);
    }

    @Test
    void liquibaseTakesTheFileForTheOnesThatRanAndMakesTheSameOfIt() throws Exception {
        Answer answer = xml();

        assertThat(answer.code()).as(answer.error()).isZero();
        assertThat(answer.out()).contains("6 change sets, 6 rows of history");
        assertThat(answer.error())
                .contains("main.yaml::2::ann: takes the file more/rows.csv, which the changelog does not hold");
        Path rows = Files.createDirectories(output.resolveSibling("more")).resolve("rows.csv");
        Files.copy(root.resolve("more/rows.csv"), rows);
        assertThat(output)
                .content()
                .contains("logicalFilePath=\"more/scripts.sql\"", ">DROP TABLE note;</sql>")
                .doesNotContain("pending", "sqlFile");
        LiquibaseRun same = new LiquibaseRun(output.getParent(), "one.xml", ran.url());
        assertThat(same.pending("prod")).isEmpty();
        same.update("prod");
        LiquibaseRun again =
                new LiquibaseRun(output.getParent(), "one.xml", "jdbc:sqlite:" + folder.resolve("again.db"));
        again.update("prod");
        assertThat(content(again.url())).isEqualTo(content(ran.url()));
    }

    @Test
    void whatIsNotWhatRanIsRefusedAndNothingIsWritten() throws Exception {
        write(
                "more/scripts.sql",
                Files.readString(root.resolve("more/scripts.sql")).replace("'a;b'", "'other'"));

        Answer answer = xml();

        assertThat(answer.code()).isEqualTo(6);
        assertThat(answer.error()).contains("more/scripts.sql::s1::cy: was changed after it ran");
        assertThat(output).doesNotExist();
    }

    @Test
    void changelogNeedsADatabaseAndOneEngine() {
        Answer answer = new Place(folder)
                .without("GODWIT_URL")
                .run("liquibase", "xml", "--changelog", "main.yaml", "--output", output.toString());

        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.error()).contains("it needs --url and one --engine");
    }

    @Test
    void oneFileOfSqlHoldsWhatStoodInOthersToo() {
        Answer answer = run("sql", folder.resolve("one.sql"));

        assertThat(answer.code()).as(answer.error()).isZero();
        assertThat(folder.resolve("one.sql")).content().contains("CREATE VIEW names");
    }

    private Answer xml() {
        return run("xml", output);
    }

    private Answer run(String command, Path file) {
        return new Place(folder)
                .with("GODWIT_URL", ran.url())
                .run(
                        "liquibase",
                        command,
                        "--engine",
                        "sqlite",
                        "--changelog",
                        "main.yaml",
                        "--root",
                        root.toString(),
                        "--output",
                        file.toString());
    }

    private void write(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static List<String> content(String url) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String query : List.of(
                    "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema WHERE name NOT LIKE 'DATABASECHANGELOG%' ORDER BY 1",
                    "SELECT id || ' ' || name FROM city",
                    "SELECT id || ' ' || exectype || ' ' || filename || ' ' || coalesce(tag, '') FROM databasechangelog ORDER BY orderexecuted")) {
                try (ResultSet rows = statement.executeQuery(query)) {
                    while (rows.next()) {
                        lines.add(rows.getString(1));
                    }
                }
            }
        }
        return lines;
    }
}
