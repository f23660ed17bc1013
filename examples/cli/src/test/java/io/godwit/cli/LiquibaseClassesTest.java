package io.godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Classes that a changelog names are never loaded. */
final class LiquibaseClassesTest {

    private static final String NAMED = "io.godwit.cli.ClassOfAChangelog";
    private static final String HEAD = """
            <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog
                    http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd">
            """;

    @TempDir
    private Path folder;

    private Path output;

    @BeforeEach
    void nothingIsLoaded() throws IOException {
        System.clearProperty(ClassOfAChangelog.TRACE);
        output = folder.resolve("one.sql");
        Files.createDirectories(folder.resolve("all"));
        Files.writeString(folder.resolve("all/a.sql"), "--liquibase formatted sql\n--changeset a:b\nSELECT 1;\n");
    }

    @Test
    void aCustomChangeIsRefusedByFileAndChangeSet() throws IOException {
        write("main.xml", changes());

        Answer answer = sql("main.xml");

        assertThat(answer.code()).isEqualTo(6);
        assertThat(answer.error()).contains("main.xml::named::ann: customChange names the class " + NAMED);
        assertThat(output).doesNotExist();
        assertNothingLoaded();
    }

    @Test
    void theOtherChangeSetsAreKeptBesideOneWithAClass() throws IOException {
        write("main.xml", changes());

        Answer answer = sql("main.xml", "--keep-findings");

        assertThat(answer.code()).isZero();
        assertThat(Files.readString(output))
                .contains("CREATE TABLE after_it", "FINDING main.xml::named::ann: customChange names the class");
        assertNothingLoaded();
    }

    @Test
    void aCustomPreconditionIsRefusedByFileAndChangeSet() throws IOException {
        write(
                "main.xml",
                HEAD + "<changeSet id='asks' author='ann'><preConditions><or><customPrecondition className='" + NAMED
                        + "'/></or></preConditions><sql>SELECT 1</sql></changeSet></databaseChangeLog>");

        Answer answer = sql("main.xml");

        assertThat(answer.code()).isEqualTo(6);
        assertThat(answer.error()).contains("main.xml::asks::ann: customPrecondition names the class " + NAMED);
        assertNothingLoaded();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "main.xml  | <includeAll path='all' filter='%s'/>",
                "main.xml  | <includeAll path='all' resourceComparator='%s'/>",
                "main.yaml | databaseChangeLog: [{includeAll: {path: all, filter: %s}}]",
                "main.yaml | databaseChangeLog: [{includeAll: [{path: all}, {resourceFilter: %s}]}]",
                "main.yml  | databaseChangeLog: [{\"include\\u0041ll\": {path: all, \"filte\\x72\": %s}}]",
                "main.json | {\"databaseChangeLog\": [{\"includeAll\": {\"path\": \"all\", \"filter\": \"%s\"}}]}",
                "main.json | {\"databaseChangeLog\": [{\"include\\u0041ll\": {\"path\": \"all\", \"filter\": \"%s\"}}]}"
            })
    void whatFiltersOrOrdersFilesByAClassIsRefused(String name, String text) throws IOException {
        String changelog = text.formatted(NAMED);
        write(name, name.endsWith(".xml") ? HEAD + changelog + "</databaseChangeLog>" : changelog);
        Files.writeString(folder.resolve("outer.yaml"), "databaseChangeLog: [{include: {file: " + name + "}}]");

        for (String changelogName : new String[] {name, "outer.yaml"}) {
            Answer answer = sql(changelogName, "--keep-findings");

            assertThat(answer.code()).as(answer.error()).isEqualTo(6);
            assertThat(answer.error()).contains("'" + name + "' has an includeAll whose ", "is the class " + NAMED);
            assertThat(output).doesNotExist();
        }
        assertNothingLoaded();
    }

    @Test
    void aFolderWithoutAFilterIsReadAsEver() throws IOException {
        write("main.xml", HEAD + "<includeAll path='all'/></databaseChangeLog>");

        assertThat(sql("main.xml").code()).isZero();
    }

    private static void assertNothingLoaded() {
        assertThat(System.getProperty(ClassOfAChangelog.TRACE)).isNull();
    }

    private static String changes() {
        return HEAD + "<changeSet id='named' author='ann'><customChange class='" + NAMED
                + "'><param name='a' value='b'/></customChange></changeSet>"
                + "<changeSet id='after' author='ann'><createTable tableName='after_it'><column name='id' type='int'/>"
                + "</createTable></changeSet></databaseChangeLog>";
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private Answer sql(String changelog, String... more) {
        String[] arguments = {
            "liquibase",
            "sql",
            "--changelog",
            changelog,
            "--root",
            folder.toString(),
            "--engine",
            "postgresql",
            "--output",
            output.toString()
        };
        String[] all = Arrays.copyOf(arguments, arguments.length + more.length);
        System.arraycopy(more, 0, all, arguments.length, more.length);
        return new Place(folder.resolve("place")).without("GODWIT_URL").run(all);
    }
}
