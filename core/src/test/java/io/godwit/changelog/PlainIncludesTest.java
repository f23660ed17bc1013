package io.godwit.changelog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PlainIncludesTest {

    private static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog
                    http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd">
            """;

    @TempDir
    private Path root;

    @Test
    void everyFormIsFollowed() throws Exception {
        write("db/a/2.sql", "");
        write("db/a/10.sql", "");
        write("db/a/sub/1.sql", "");
        write("db/main.xml", HEAD + """
                <!-- all of it -->
                <include file="db/first.sql"/>
                <includeAll path="a" relativeToChangelogFile="true"/>
                <include file="../db/more.yaml" relativeToChangelogFile="true"/>
                </databaseChangeLog>""");
        write("db/more.yaml", """
                # more
                databaseChangeLog:
                  - include:
                      file: db/second.sql
                  - include: {file: "third one.sql", relativeToChangelogFile: true}
                  - includeAll:
                      path: 'db/a/sub/'
                      relativeToChangelogFile: false

                  - include: { file: last.json, relativeToChangelogFile: true }
                """);
        write("db/last.json", """
                {"databaseChangeLog": [{"include": {"file": "last.sql", "relativeToChangelogFile": true}}]}""");

        assertThat(scripts("db/main.xml"))
                .containsExactly(
                        "db/first.sql",
                        "db/a/10.sql",
                        "db/a/2.sql",
                        "db/a/sub/1.sql",
                        "db/second.sql",
                        "db/third one.sql",
                        "db/a/sub/1.sql",
                        "db/last.sql");
        assertThat(scripts("db/alone.sql")).containsExactly("db/alone.sql");
    }

    @Test
    void anythingElseIsLeftToLiquibase() throws IOException {
        for (String inside : List.of(
                "<property name='x' value='y'/>",
                "<changeSet id='1' author='a'><sql>SELECT 1</sql></changeSet>",
                "<preConditions><dbms type='h2'/></preConditions>",
                "<include file='a.sql' contextFilter='test'/>",
                "<include file='a.sql' logicalFilePath='b'/>",
                "<include file='${x}.sql'/>",
                "<include file='classpath:a.sql'/>",
                "<include file='../a.sql'/>",
                "<include file='./a.sql'/>",
                "<include file='a.groovy'/>",
                "<includeAll path='empty'/>",
                "<includeAll path='db' endsWithFilter='.sql'/>",
                "<include file='db/main.xml'/>",
                "text")) {
            write("db/main.xml", HEAD + inside + "</databaseChangeLog>");
            left("db/main.xml");
        }
        write(
                "db/main.xml",
                "<!DOCTYPE x [<!ENTITY y 'z'>]>" + HEAD.substring(HEAD.indexOf('\n')) + "</databaseChangeLog>");
        left("db/main.xml");
        write("db/main.xml", "<databaseChangeLog xmlns='http://www.liquibase.org/xml/ns/dbchangelog'/>");
        left("db/main.xml");
        write(
                "db/main.xml",
                HEAD.replace("<databaseChangeLog ", "<databaseChangeLog logicalFilePath='x' ")
                        + "</databaseChangeLog>");
        left("db/main.xml");
    }

    @Test
    void yamlThatIsWrittenInAnotherWayIsLeftToLiquibase() throws IOException {
        for (String item : List.of(
                "  - changeSet:\n      id: 1\n",
                "  - include:\n      file: a.sql\n      context: test\n",
                "  - include:\n      file: a.sql # comment\n",
                "  - include:\n      file: &x a.sql\n",
                "  - include:\n      file: 1.0\n",
                "  - include:\n    file: a.sql\n",
                "  - include: {file: a.sql, file: b.sql}\n",
                "  - include: {file: a.sql\n",
                "  - include:\n      file: \"a\\u002esql\"\n",
                "  - include:\n      file: a.sql\n - include:\n      file: b.sql\n",
                "---\n")) {
            write("db/main.yaml", "databaseChangeLog:\n" + item);
            left("db/main.yaml");
        }
    }

    @Test
    void linksAreLeftToLiquibase() throws IOException {
        write("db/all/a.sql", "");
        write("db/main.xml", HEAD + "<includeAll path='db/all'/></databaseChangeLog>");
        Files.createSymbolicLink(root.resolve("db/all/b.sql"), root.resolve("db/all/a.sql"));

        left("db/main.xml");
    }

    private void left(String changelog) {
        assertThatThrownBy(() -> scripts(changelog)).as(changelog).isInstanceOf(NotPlainException.class);
    }

    private List<String> scripts(String changelog) throws Exception {
        return new PlainIncludes(new ConfinedFiles(root, FileLimits.STANDARD)).scripts(changelog);
    }

    private void write(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
