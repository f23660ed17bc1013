package io.godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.Godwit;
import io.godwit.dialect.Dialect;
import io.godwit.engine.DialectFinder;
import io.godwit.format.PluginSource;
import io.godwit.schema.Schema;
import io.godwit.schema.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConvertCommandTest {

    private static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog
                    http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd">
            """;

    private static final String MAIN = HEAD + """
            <property name="words" value="clob" dbms="postgresql,sqlite,mssql"/>
            <property name="words" value="longtext" dbms="mysql,mariadb"/>
            <changeSet id="1" author="ann">
              <comment>The first</comment>
              <createTable tableName="person" remarks="people">
                <column name="id" type="int" autoIncrement="true"><constraints primaryKey="true" nullable="false"/></column>
                <column name="name" type="varchar(100)" defaultValue="it's"><constraints nullable="false"/></column>
                <column name="active" type="boolean" defaultValueBoolean="true"/>
                <column name="life" type="${words}"/>
              </createTable>
              <createTable tableName="note">
                <column name="id" type="int"><constraints primaryKey="true" primaryKeyName="pk_note"/></column>
                <column name="person_id" type="int">
                  <constraints foreignKeyName="fk_note_person" references="person(id)"/>
                </column>
                <column name="code" type="varchar(50)"><constraints unique="true" uniqueConstraintName="uq_code"/></column>
              </createTable>
            </changeSet>
            <changeSet id="never" author="bob">
              <preConditions onFail="MARK_RAN"><not><tableExists tableName="person"/></not></preConditions>
              <createTable tableName="never"><column name="id" type="int"/></createTable>
            </changeSet>
            <include file="sub/two.yaml" relativeToChangelogFile="true"/>
            <include file="db/sub/three.sql"/>
            <include file="db/sub/four.json"/>
            <changeSet id="tag" author="bob"><tagDatabase tag="v2.0.0"/></changeSet>
            <changeSet id="rows" author="cy">
              <loadData tableName="person" file="db/people.csv"><column name="id" type="numeric"/></loadData>
              <update tableName="person"><column name="active" valueBoolean="false"/><where>id = 7</where></update>
              <rollback>DELETE FROM person</rollback>
            </changeSet>
            <changeSet id="late" author="cy" dbms="postgresql"><sql>CREATE INDEX low ON person (lower(name))</sql></changeSet>
            </databaseChangeLog>
            """;

    @TempDir
    private Path folder;

    private Path root;
    private Path output;

    @BeforeEach
    void changelog() throws IOException {
        root = folder.resolve("root");
        output = folder.resolve("output");
        write("db/main.xml", MAIN);
        write("db/people.csv", "id,name\n7,Zoe\n8,O'Hara\n");
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
                        - createIndex:
                            tableName: person
                            indexName: person_email
                            columns:
                              - column: {name: email}
                """);
        write("db/sub/three.sql", """
                --liquibase formatted sql
                --changeset dan:s1
                INSERT INTO note (id, code) VALUES (1, 'a;b');
                UPDATE note SET code = upper(code);
                --rollback DELETE FROM note;
                """);
        write("db/sub/four.json", """
                {"databaseChangeLog": [{"changeSet": {"id": "j1", "author": "eve", "changes": [
                  {"createView": {"viewName": "coded", "selectQuery": "SELECT id, code FROM note WHERE code IS NOT NULL"}}]}}]}
                """);
    }

    @Test
    void whatComesOutMakesTheSchemaThatLiquibaseMakes() throws Exception {
        Answer answer = convert();

        assertThat(answer.code()).as(answer.error()).isZero();
        LiquibaseRun liquibase = new LiquibaseRun(root, "db/main.xml", url("liquibase"));
        liquibase.update("");
        Place place = new Place(folder).with("GODWIT_URL", url("godwit")).with("GODWIT_PLUGINS", output.toString());
        assertThat(place.run("migrate", "--skip-backup").error()).doesNotContain("error");
        assertThat(schema(url("godwit"))).isEqualTo(schema(url("liquibase")));
        assertThat(rows(url("godwit"), "SELECT id, code FROM note")).isEqualTo("1 A;B");
        assertThat(rows(url("godwit"), "SELECT count(*), sum(active) FROM person WHERE id > 6"))
                .isEqualTo("2 1");
        assertThat(place.run("status", "--format", "json")
                        .json()
                        .at("/plugins/0/version")
                        .asText())
                .isEqualTo("2.1.0");
        assertThat(place.run("rollback", "--plugin", "app", "--to", "2.0.0").code())
                .isZero();
        assertThat(rows(url("godwit"), "SELECT count(*) FROM person")).isEqualTo("0");
    }

    @Test
    void everyEngineRendersWhatComesOut() {
        convert();
        for (String engine : List.of("postgresql", "mysql", "mariadb", "sqlite", "sqlserver")) {
            assertThat(Godwit.offline(engine)
                            .plugins(PluginSource.directory(output))
                            .planUp()
                            .migrations())
                    .as(engine)
                    .hasSizeGreaterThan(5);
        }
    }

    @Test
    void oneDocumentServesAllEnginesUnlessTheyDiffer() throws IOException {
        convert();

        assertThat(files()).contains("app-0001-1.json", "app-0003-y1.json", "app-0007-rows.json");
        assertThat(Files.readString(output.resolve("app-0001-1.json")))
                .contains(
                        "\"createTable\"",
                        "\"type\": \"text\"",
                        "\"identity\": true",
                        "\"x-liquibase\"",
                        "\"The first\"")
                .doesNotContain("databaseEngines");
        assertThat(Files.readString(output.resolve("app-0004-s1.json"))).contains("\"universal\"", "a;b", "\"down\"");
        assertThat(Files.readString(output.resolve("app-0008-late.json")))
                .contains("\"databaseEngines\": [\"postgresql\"]", "\"onOtherEngines\": \"skip\"");
        assertThat(Files.readString(output.resolve("app-0002-never.json")))
                .contains("\"preValidation\"", "\"otherwise\": \"skip\"");
    }

    @Test
    void whatHasNoFormIsListedAndTheRestIsWritten() throws IOException {
        write("db/main.xml", HEAD + """
                        <changeSet id="1" author="a"><executeCommand executable="ls"/></changeSet>
                        <changeSet id="2" author="a" runAlways="true"><createTable tableName="t"><column name="id" type="int"/></createTable></changeSet>
                        <changeSet id="3" author="a" dbms="h2"><dropTable tableName="t"/></changeSet>
                        <changeSet id="4" author="a"><preConditions><runningAs username="x"/></preConditions><dropTable tableName="t"/></changeSet>
                        </databaseChangeLog>
                        """);

        Answer answer = convert("--format", "json");

        assertThat(answer.code()).isEqualTo(6);
        assertThat(answer.json().at("/migrations")).hasSize(1);
        assertThat(answer.json().at("/byHand").toString())
                .contains("executeCommand is a program's work", "runAlways", "runningAs");
        assertThat(answer.json().at("/notes").toString()).contains("is for [h2] alone");
        assertThat(Files.readString(output.resolve("conversion-report.md")))
                .contains("## Left to do by hand", "db/main.xml::1::a", "db/main.xml::4::a");
    }

    @Test
    void whatRanBeforeIsToldByTheChangelog() throws IOException {
        write("db/main.xml", HEAD + """
                        <changeSet id="1" author="a"><createTable tableName="one"><column name="id" type="int"/></createTable></changeSet>
                        <changeSet id="2" author="a">
                          <preConditions onFail="MARK_RAN"><not><changeSetExecuted id="1" author="a" changeLogFile="db/old.xml"/></not></preConditions>
                          <createTable tableName="two"><column name="id" type="int"/></createTable>
                        </changeSet>
                        <changeSet id="3" author="a">
                          <preConditions onFail="MARK_RAN"><not><changeSetExecuted id="1" author="a" changeLogFile="db/main.xml"/></not></preConditions>
                          <createTable tableName="three"><column name="id" type="int"/></createTable>
                        </changeSet>
                        <changeSet id="4" author="a">
                          <preConditions onFail="MARK_RAN"><tableExists tableName="one"/></preConditions>
                          <createTable tableName="four"><column name="id" type="int"/></createTable>
                        </changeSet>
                        <changeSet id="5" author="a">
                          <preConditions onFail="MARK_RAN"><changeSetExecuted id="4" author="a" changeLogFile="db/main.xml"/></preConditions>
                          <createTable tableName="five"><column name="id" type="int"/></createTable>
                        </changeSet>
                        </databaseChangeLog>
                        """);

        Answer answer = convert("--format", "json");

        assertThat(answer.code()).isEqualTo(6);
        assertThat(answer.json().at("/byHand"))
                .singleElement()
                .asString()
                .contains("db/main.xml::5::a", "asks for db/main.xml::4::a, which has preconditions of its own");
        assertThat(answer.json().at("/notes").toString()).contains("is answered by what stands before it");
        assertThat(Files.readString(output.resolve("app-0002-2.json"))).doesNotContain("preValidation");
        assertThat(Files.readString(output.resolve("app-0003-3.json"))).contains("1 = 0");
    }

    @Test
    void aFolderThatIsNotEmptyIsLeftAlone() throws IOException {
        Files.createDirectories(output);
        Files.writeString(output.resolve("mine.txt"), "mine");

        assertThat(convert().error()).contains("is not empty");
        assertThat(files()).containsExactly("mine.txt");
        assertThat(convert("--from", "rails").code()).isEqualTo(2);
    }

    private List<String> files() throws IOException {
        try (var files = Files.list(output)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private Answer convert(String... options) {
        List<String> arguments = new ArrayList<>(List.of("convert", "db/main.xml", "--root", root.toString()));
        arguments.addAll(List.of("--output", output.toString(), "--plugin", "app", "--to", "portable"));
        arguments.addAll(Arrays.asList(options));
        if (!arguments.contains("--from")) {
            arguments.addAll(List.of("--from", "liquibase"));
        }
        return new Place(folder).without("GODWIT_URL").run(arguments.toArray(String[]::new));
    }

    private void write(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private String url(String name) {
        return "jdbc:sqlite:" + folder.resolve(name + ".db");
    }

    /** Without what the two tools keep of themselves, and without types: on SQLite each tool has its own words for them. */
    private static List<String> schema(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            Dialect dialect = DialectFinder.with(List.of()).forDatabase(connection);
            Schema schema = dialect.introspector().read(connection);
            List<String> lines = new ArrayList<>();
            for (Table table : schema.tables().values()) {
                String name = table.name().caseless();
                if (!name.startsWith("godwit_") && !name.startsWith("databasechangelog")) {
                    table.columns()
                            .forEach(column -> lines.add(name + "." + column.name() + " " + column.nullable() + " "
                                    + (column.defaultValue() != null)));
                    lines.add(name + " "
                            + (table.primaryKey() == null
                                    ? ""
                                    : table.primaryKey().columns()));
                    table.uniques().forEach(key -> lines.add(name + " unique " + key.columns()));
                    table.foreignKeys().forEach(key -> lines.add(name + " refers " + key.columns()));
                    table.indexes().forEach(index -> lines.add(name + " index " + index.name()));
                }
            }
            schema.views().keySet().forEach(view -> lines.add("view " + view));
            return lines;
        }
    }

    private static String rows(String url, String query) throws SQLException {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            StringBuilder text = new StringBuilder();
            for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                text.append(column == 1 ? "" : " ").append(row.getString(column));
            }
            return text.toString();
        }
    }
}
