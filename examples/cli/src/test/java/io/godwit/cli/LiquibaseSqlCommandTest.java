package io.godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.godwit.dialect.SplitterRules;
import io.godwit.dialect.StatementSplitter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

final class LiquibaseSqlCommandTest {

    private static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog
                    http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd">
            """;

    private static final String MAIN = HEAD + """
            <changeSet id="1" author="ann">
              <comment>The first</comment>
              <createTable tableName="person">
                <column name="id" type="int" autoIncrement="true"><constraints primaryKey="true" nullable="false"/></column>
                <column name="name" type="varchar(100)" defaultValue="it's"><constraints nullable="false"/></column>
              </createTable>
            </changeSet>
            <changeSet id="never" author="bob">
              <preConditions onFail="MARK_RAN"><not><tableExists tableName="person"/></not></preConditions>
              <createTable tableName="never"><column name="id" type="int"/></createTable>
            </changeSet>
            <include file="sub/two.yaml" relativeToChangelogFile="true"/>
            <include file="db/sub/three.sql"/>
            <includeAll path="all" relativeToChangelogFile="true"/>
            <changeSet id="test" author="bob" context="test">
              <insert tableName="person"><column name="name" value="test"/></insert>
            </changeSet>
            <changeSet id="tag" author="bob"><tagDatabase tag="v1"/></changeSet>
            <changeSet id="late" author="bob">
              <createIndex tableName="person" indexName="person_name"><column name="name"/></createIndex>
            </changeSet>
            </databaseChangeLog>
            """;

    @TempDir
    private Path folder;

    private Path root;
    private Path output;
    private LiquibaseRun first;
    private LiquibaseRun second;

    @BeforeEach
    void changelog() throws IOException {
        root = folder.resolve("root");
        output = folder.resolve("one.sql");
        first = new LiquibaseRun(root, "db/main.xml", "jdbc:sqlite:" + folder.resolve("first.db"));
        second = new LiquibaseRun(root, "db/main.xml", "jdbc:sqlite:" + folder.resolve("second.db"));
        write("db/main.xml", MAIN);
        write("db/sub/two.yaml", """
                databaseChangeLog:
                  - changeSet:
                      id: y1
                      author: cy
                      changes:
                        - addColumn:
                            tableName: person
                            columns:
                              - column: {name: email, type: varchar(200)}
                        - insert:
                            tableName: person
                            columns:
                              - column: {name: name, value: "O'Hara; \\\\ $x"}
                """);
        write("db/sub/three.sql", """
                --liquibase formatted sql
                --changeset dan:s1
                CREATE TABLE note (id int PRIMARY KEY, body varchar(100)); -- tail
                INSERT INTO note VALUES (1, 'a;b');
                --rollback DROP TABLE note;
                --changeset dan:s2 endDelimiter:// stripComments:false
                INSERT INTO note VALUES (2, 'x'); -- kept
                //
                INSERT INTO note VALUES (3, 'y')
                //
                """);
        write("db/all/a.json", """
                {"databaseChangeLog": [{"changeSet": {"id": "j1", "author": "eve", "changes": [
                  {"createIndex": {"tableName": "note", "indexName": "note_body", "columns": [{"column": {"name": "body"}}]}}]}}]}
                """);
    }

    @Test
    void whatTheFileMakesIsWhatLiquibaseMadeAndLiquibaseGoesOnFromThere() throws Exception {
        first.update("prod");

        Answer answer = sql(first.url());

        assertThat(answer.code()).as(answer.error()).isZero();
        assertThat(answer.out()).contains("7 change sets, 8 rows of history");
        run(second.url());
        assertThat(content(second.url())).isEqualTo(content(first.url()));
        assertThat(second.pending("prod")).isEmpty();
        assertThat(second.pending("test")).hasSize(1);
        assertThat(output).content().contains("(no SQL ran)", "'MARK_RAN'").doesNotContain("<changeSet");
    }

    @Test
    void withoutADatabaseItIsWhatLiquibaseWouldRun() throws Exception {
        Answer answer = sql(null, "--contexts", "prod", "--format", "json");

        assertThat(answer.code()).as(answer.out()).isZero();
        assertThat(answer.json().at("/changeSets").asInt()).isEqualTo(8);
        assertThat(answer.json().at("/findings/0/message").asText()).contains("preconditions");
        run(second.url());
        assertThat(second.pending("prod")).isEmpty();
    }

    @Test
    void everyEngineIsRenderedWithoutOne() throws IOException {
        for (String engine : List.of("postgresql", "mysql", "mariadb", "sqlserver")) {
            Answer answer = sql(null, "--engine", engine, "--contexts", "prod");

            assertThat(answer.code()).as(answer.error()).isZero();
            assertThat(Files.readString(output)).contains("CREATE TABLE", "O''Hara");
        }
    }

    @Test
    void whatWasChangedOrIsMissingIsRefusedByName() throws Exception {
        first.update("prod");
        write("db/main.xml", MAIN.replace("varchar(100)", "varchar(99)"));
        write("db/sub/three.sql", "--liquibase formatted sql\n--changeset dan:s1\nCREATE TABLE note (id int);\n");

        Answer refused = sql(first.url());

        assertThat(refused.code()).isEqualTo(6);
        assertThat(refused.error())
                .contains("db/main.xml::1::ann: was changed after it ran", "db/sub/three.sql::s1::dan: was changed")
                .contains("db/sub/three.sql::s2::dan: the history has this change set, and the changelog has not");
        assertThat(output).doesNotExist();

        Answer kept = sql(first.url(), "--keep-findings");
        assertThat(kept.code()).isZero();
        assertThat(kept.error()).contains("finding: db/sub/three.sql::s2::dan");
        assertThat(Files.readString(output)).contains("-- FINDING db/main.xml::1::ann: was changed");
    }

    @Test
    void oldChecksumsAreSaidToBeUnverifiable() throws Exception {
        first.update("prod");
        execute(
                first.url(),
                "UPDATE databasechangelog SET md5sum = '7:0123456789abcdef0123456789abcdef' WHERE id = '1'");
        execute(first.url(), "UPDATE databasechangelog SET md5sum = NULL WHERE id = 'y1'");

        Answer answer = sql(first.url());

        assertThat(answer.code()).isZero();
        assertThat(answer.error())
                .contains(
                        "db/main.xml::1::ann: has a checksum of version 7", "db/sub/two.yaml::y1::cy: has no checksum");
    }

    @Test
    void tagsAndFilesChooseAPart() throws Exception {
        first.update("prod");

        assertThat(sql(first.url(), "--to-tag", "v1").code()).isZero();
        run(second.url());
        assertThat(second.pending("prod")).hasSize(1);
        assertThat(sql(first.url(), "--from-tag", "v1").code()).isZero();
        run(second.url());
        assertThat(second.pending("prod")).isEmpty();
        assertThat(content(second.url())).isEqualTo(content(first.url()));

        assertThat(sql(first.url(), "--exclude", "db/sub/*", "--exclude", "db/all/*")
                        .out())
                .contains("4 rows of history");
        assertThat(sql(first.url(), "--to-tag", "v9").code()).isEqualTo(6);
    }

    @Test
    void nothingOutsideOfTheRootAndNoEntityIsRead() throws IOException {
        Files.writeString(
                folder.resolve("secret.sql"), "--liquibase formatted sql\n--changeset a:b\nSELECT 'secret';\n");
        write("db/main.xml", HEAD + "<include file=\"../secret.sql\"/></databaseChangeLog>");
        assertThat(sql(null).code()).isEqualTo(6);

        Files.createSymbolicLink(root.resolve("db/link.sql"), folder.resolve("secret.sql"));
        write("db/main.xml", HEAD + "<include file=\"db/link.sql\"/></databaseChangeLog>");
        assertThat(sql(null).error()).contains("outside of the root");

        String entity = "<!DOCTYPE x [<!ENTITY s SYSTEM \""
                + folder.resolve("secret.sql").toUri() + "\">]>\n";
        write(
                "db/main.xml",
                HEAD.replace("?>\n", "?>\n" + entity)
                        + "<changeSet id='1' author='a'><sql>&s;</sql></changeSet></databaseChangeLog>");
        assertThat(sql(null).error()).contains("has a DTD");
        assertThat(output).doesNotExist();
    }

    @Test
    void filesThatIncludeEachOtherAreRefused() throws IOException {
        write("db/main.xml", HEAD + "<include file=\"db/other.xml\"/></databaseChangeLog>");
        write("db/other.xml", HEAD + "<include file=\"db/main.xml\"/></databaseChangeLog>");

        Answer answer = sql(null);

        assertThat(answer.code()).isEqualTo(6);
        assertThat(answer.error())
                .contains("is included by files that include each other, more than 100 in a row")
                .doesNotContain("SetupException");
        assertThat(output).doesNotExist();
    }

    /** Who opens it for reading waits for somebody who writes. */
    @Test
    @Timeout(120)
    void aPipeIsNoFile() throws Exception {
        Process made = new ProcessBuilder("mkfifo", root.resolve("db/pipe.sql").toString()).start();
        assumeTrue(made.waitFor() == 0);
        for (String asked : List.of(
                "<include file='db/pipe.sql'/>",
                "<changeSet id='1' author='a'><sqlFile path='db/pipe.sql'/></changeSet>")) {
            write("db/main.xml", HEAD + asked + "</databaseChangeLog>");

            Answer answer = sql(null);

            assertThat(answer.code()).isEqualTo(6);
            assertThat(answer.error()).contains("'db/pipe.sql' is not a file");
        }
    }

    @Test
    void aProgramsWorkIsNoSql() throws IOException {
        write(
                "db/main.xml",
                HEAD
                        + "<changeSet id='1' author='a'><executeCommand executable='ls'/></changeSet></databaseChangeLog>");

        Answer answer = sql(null);

        assertThat(answer.code()).isEqualTo(6);
        assertThat(answer.error()).contains("db/main.xml::1::a: executeCommand is a program's work, not SQL");
    }

    @Test
    void aDatabaseWithoutHistoryIsRefused() throws SQLException {
        execute(first.url(), "CREATE TABLE other (id int)");

        assertThat(sql(first.url()).error()).contains("Liquibase has not run on it");
        assertThat(new Place(folder).run("liquibase").code()).isEqualTo(2);
    }

    private void write(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Answer sql(String url, String... options) {
        List<String> arguments = new ArrayList<>(List.of("liquibase", "sql", "--changelog", "db/main.xml"));
        arguments.addAll(List.of("--root", root.toString(), "--output", output.toString()));
        arguments.addAll(Arrays.asList(options));
        if (!arguments.contains("--engine")) {
            arguments.addAll(List.of("--engine", "sqlite"));
        }
        Place place = new Place(folder).without("GODWIT_URL");
        if (url != null) {
            place.with("GODWIT_URL", url);
        }
        return place.run(arguments.toArray(String[]::new));
    }

    /** As sqlite3 runs it, but for its own commands. */
    private void run(String url) throws IOException, SQLException {
        String script = Files.readAllLines(output).stream()
                .filter(line -> !line.startsWith(".") && !line.startsWith("SELECT COUNT"))
                .collect(Collectors.joining("\n"));
        SplitterRules rules = SplitterRules.with(SplitterRules.Syntax.BLOCK_BODIES, SplitterRules.Syntax.BACKTICKS);
        execute(url, new StatementSplitter(rules).split(script).toArray(String[]::new));
    }

    private static void execute(String url, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static List<String> content(String url) throws SQLException {
        List<String> content =
                new ArrayList<>(rows(url, "SELECT type, name, sql FROM sqlite_master ORDER BY type, name"));
        for (String table : List.of("person", "note", "databasechangelog")) {
            content.addAll(rows(url, "SELECT * FROM " + table));
        }
        return content;
    }

    private static List<String> rows(String url, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> all = new ArrayList<>();
            while (rows.next()) {
                StringBuilder row = new StringBuilder();
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    row.append(rows.getString(column)).append('|');
                }
                all.add(row.toString());
            }
            return all;
        }
    }
}
