package io.godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AdoptCommandTest {

    private static final String MAIN = """
            <?xml version="1.0" encoding="UTF-8"?>
            <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog
                    http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd">
            <changeSet id="1" author="ann">
              <createTable tableName="person">
                <column name="id" type="int"><constraints primaryKey="true"/></column>
                <column name="name" type="varchar(100)"/>
              </createTable>
            </changeSet>
            <changeSet id="2" author="ann">
              <insert tableName="person"><column name="id" valueNumeric="1"/><column name="name" value="Zoe"/></insert>
            </changeSet>
            <changeSet id="3" author="ann">
              <addColumn tableName="person"><column name="age" type="int"/></addColumn>
            </changeSet>
            </databaseChangeLog>
            """;

    @TempDir
    private Path folder;

    private Path root;
    private Path output;
    private Place place;
    private LiquibaseRun liquibase;

    @BeforeEach
    void changelog() throws Exception {
        root = Files.createDirectories(folder.resolve("root/db")).getParent();
        output = folder.resolve("output");
        Files.writeString(root.resolve("db/main.xml"), MAIN);
        place = new Place(folder).with("GODWIT_PLUGINS", output.toString());
        liquibase = new LiquibaseRun(root, "db/main.xml", place.url());
    }

    @Test
    void whatLiquibaseRanIsAppliedAndGoesOnAndBack() throws Exception {
        liquibase.update("");
        convert();

        Answer answer = adopt("--format", "json");

        assertThat(answer.code()).as(answer.out() + answer.error()).isZero();
        assertThat(answer.json().at("/adopted")).hasSize(3);
        assertThat(value("SELECT count(*) FROM person")).isEqualTo("1");
        assertThat(place.run("status", "--format", "json").json().at("/plugins/0/pending"))
                .isEmpty();
        assertThat(place.run("migrate").code()).isZero();
        assertThat(place.run("audit", "--verify").code()).isZero();
        assertThat(place.run("history").out()).contains("adopt");
        assertThat(place.run("health").out()).startsWith("HEALTHY");
        assertThat(adopt().code()).isEqualTo(6);

        assertThat(place.run("rollback", "--plugin", "app", "--steps", "1").code())
                .isZero();
        assertThat(value("SELECT count(*) FROM pragma_table_info('person')")).isEqualTo("2");
        assertThat(place.run("migrate", "--skip-backup").code()).isZero();
    }

    @Test
    void whatDidNotRunYetStaysPending() throws Exception {
        Files.writeString(root.resolve("db/main.xml"), MAIN.replaceAll("(?s)<changeSet id=\"3\".*?</changeSet>", ""));
        liquibase.update("");
        Files.writeString(root.resolve("db/main.xml"), MAIN);
        convert();

        assertThat(adopt().out()).contains("2 migrations recorded");
        assertThat(place.run("status", "--format", "json").json().at("/plugins/0/pending"))
                .hasSize(1);
        assertThat(place.run("migrate", "--skip-backup").code()).isZero();
        assertThat(value("SELECT count(*) FROM pragma_table_info('person')")).isEqualTo("3");
    }

    @Test
    void whatWasChangedOrIsAnotherSchemaIsRefusedAndNothingIsRecorded() throws Exception {
        liquibase.update("");
        convert();
        execute("UPDATE databasechangelog SET md5sum = '9:0123456789abcdef0123456789abcdef' WHERE id = '2'");
        Answer changed = adopt();
        assertThat(changed.code()).isEqualTo(6);
        assertThat(changed.error()).contains("db/main.xml::2::ann: was changed after it ran");

        execute("UPDATE databasechangelog SET md5sum = NULL WHERE id = '2'");
        execute("ALTER TABLE person DROP COLUMN age");
        assertThat(adopt().error()).contains("table person", "has the columns [id, name] instead of [age, id, name]");

        execute("DELETE FROM databasechangelog WHERE id = '2'");
        assertThat(adopt().error()).contains("did not run here, and a later one did");
        assertThat(place.run("status", "--format", "json").json().at("/plugins/0/applied"))
                .isEmpty();
    }

    @Test
    void whatFlywayRanIsApplied() throws Exception {
        Path scripts = Files.createDirectories(folder.resolve("sql"));
        Files.writeString(scripts.resolve("V1__person.sql"), "CREATE TABLE person (id integer PRIMARY KEY);\n");
        execute("CREATE TABLE person (id integer PRIMARY KEY)");
        execute(
                "CREATE TABLE flyway_schema_history (installed_rank INT PRIMARY KEY, version VARCHAR(50), description VARCHAR(200),"
                        + " type VARCHAR(20), script VARCHAR(1000), checksum INT, success BOOLEAN)");
        execute("INSERT INTO flyway_schema_history VALUES (1, '1', 'person', 'SQL', 'V1__person.sql', -1, 1)");
        place.run("convert", scripts.toString(), "--from", "flyway", "--to", "portable", "--output", output.toString());

        Answer refused = place.run("adopt", scripts.toString(), "--from", "flyway");
        assertThat(refused.code()).isEqualTo(6);
        assertThat(refused.error()).contains("V1__person.sql: was changed after it ran");
        String now = refused.error().replaceAll("(?s).*the file is now (-?\\d+).*", "$1");
        execute("UPDATE flyway_schema_history SET checksum = " + now);

        assertThat(place.run("adopt", scripts.toString(), "--from", "flyway").out())
                .contains("1 migration recorded");
        assertThat(place.run("migrate").code()).isZero();
        assertThat(place.run("adopt", scripts.toString(), "--from", "rails").code())
                .isEqualTo(2);
    }

    private void convert() {
        Answer answer = place.run(
                "convert",
                "db/main.xml",
                "--root",
                root.toString(),
                "--from",
                "liquibase",
                "--to",
                "portable",
                "--plugin",
                "app",
                "--output",
                output.toString());
        assertThat(answer.code()).as(answer.error()).isZero();
    }

    private Answer adopt(String... options) {
        String[] arguments = new String[5 + options.length];
        System.arraycopy(
                new String[] {"adopt", "db/main.xml", "--root", root.toString(), "--from=liquibase"},
                0,
                arguments,
                0,
                5);
        System.arraycopy(options, 0, arguments, 5, options.length);
        return place.run(arguments);
    }

    private void execute(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(place.url());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String value(String query) throws SQLException {
        try (var connection = DriverManager.getConnection(place.url());
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            return row.getString(1);
        }
    }
}
