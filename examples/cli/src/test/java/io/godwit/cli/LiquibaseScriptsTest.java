package io.godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changelogs of SQL files alone, which need no Liquibase: the same bytes as with it. */
final class LiquibaseScriptsTest {

    private static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog
                    http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd">
            """;

    /** What nobody uses, and only Liquibase reads. */
    private static final String UNUSED = "<property name=\"unused\" value=\"x\"/>";

    private static final List<String> ENGINES = List.of("postgresql", "mysql", "mariadb", "sqlite", "sqlserver");

    @TempDir
    private Path folder;

    private Path root;
    private Path output;
    private LiquibaseRun first;

    @BeforeEach
    void changelog() throws IOException {
        root = folder.resolve("root");
        output = folder.resolve("one.sql");
        first = new LiquibaseRun(root, "db/main.xml", "jdbc:sqlite:" + folder.resolve("first.db"));
        main("");
        write("db/all/one.sql", """
                --liquibase formatted sql
                --changeset ann:1 context:"a or b" labels:x
                --comment What's it; \\ 100%
                CREATE TABLE note (id int PRIMARY KEY, body varchar(100)); -- tail
                INSERT INTO note VALUES (1, 'a;b');
                --rollback DROP TABLE note;

                --changeset bob's:two stripComments:false runInTransaction:false
                -- kept
                INSERT INTO note VALUES (2, 'ü');
                """);
        write("db/all/two.sql", """
                -- liquibase formatted sql\r
                -- changeset ann:3 splitStatements:false dbms:sqlite,postgresql,mysql,mariadb,mssql\r
                INSERT INTO note\r
                VALUES (3, 'three');\r
                """);
        write("db/last.sql", """
                --liquibase formatted sql
                --changeset ann:other dbms:oracle
                CREATE TABLE other (id int);
                --changeset ann:never
                CREATE TABLE never (id int);
                --changeset ann:old
                CREATE TABLE old (id int);
                """);
    }

    @Test
    void theBytesAreLiquibases() throws Exception {
        first.update("");
        execute("UPDATE databasechangelog SET exectype = 'MARK_RAN', tag = 'v1' WHERE id = 'never'");
        execute("UPDATE databasechangelog SET exectype = 'RERAN', dateexecuted = '2024-02-29 01:02:03' WHERE id = '3'");
        execute("UPDATE databasechangelog SET md5sum = '7:0123456789abcdef0123456789abcdef' WHERE id = 'old'");

        for (String engine : ENGINES) {
            for (String[] options : new String[][] {{}, {"--to-tag", "v1"}, {"--exclude", "db/all/two.sql"}}) {
                main("");
                Answer plain = sql(engine, options);
                String made = Files.readString(output);
                main(UNUSED);
                Answer whole = sql(engine, options);

                assertThat(plain.code()).as(plain.error()).isZero();
                assertThat(made).isEqualTo(Files.readString(output));
                assertThat(plain).isEqualTo(whole);
            }
        }
        assertThat(output).content().contains("CREATE TABLE note", "(no SQL ran)", "FINDING db/last.sql::old::ann");
    }

    @Test
    void whatWasChangedIsRefusedInTheSameWords() throws Exception {
        first.update("");
        Files.writeString(
                root.resolve("db/all/one.sql"),
                Files.readString(root.resolve("db/all/one.sql")).replace("a;b", "a;c"));
        Files.delete(root.resolve("db/all/two.sql"));

        Answer plain = sql("sqlite");
        main(UNUSED);

        assertThat(plain.code()).isEqualTo(6);
        assertThat(plain).isEqualTo(sql("sqlite"));
        assertThat(plain.error())
                .contains("db/all/one.sql::1::ann: was changed", "db/all/two.sql::3::ann: the history has");
        assertThat(output).doesNotExist();
    }

    @Test
    void aFileThatOnlyLiquibaseReadsIsReadByIt() throws Exception {
        write("db/last.sql", """
                --liquibase formatted sql
                --changeset ann:4 endDelimiter://
                --preconditions onFail:MARK_RAN
                --precondition-sql-check expectedResult:1 SELECT 1
                CREATE TABLE ${table} (id int)
                //
                INSERT INTO ${table} VALUES (1)
                //
                """);
        main("<property name='table' value='made'/>");
        first.update("");

        assertThat(sql("sqlite").code()).isZero();
        assertThat(output).content().contains("CREATE TABLE made (id int);\nINSERT INTO made VALUES (1);");
    }

    private void main(String more) throws IOException {
        write("db/main.xml", HEAD + more + """
                <includeAll path="all" relativeToChangelogFile="true"/>
                <include file="db/last.sql"/>
                </databaseChangeLog>""");
    }

    private void write(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Answer sql(String engine, String... options) {
        String[] fixed = {
            "liquibase",
            "sql",
            "--changelog",
            "db/main.xml",
            "--root",
            root.toString(),
            "--output",
            output.toString(),
            "--engine",
            engine
        };
        String[] all = java.util.Arrays.copyOf(fixed, fixed.length + options.length);
        System.arraycopy(options, 0, all, fixed.length, options.length);
        return new Place(folder).with("GODWIT_URL", first.url()).run(all);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(first.url());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
