package io.godwit.benchmarks.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A Liquibase changelog.
 *
 * @param root the folder that holds it
 * @param path of the changelog that includes all others, from the root
 */
public record Changelog(Path root, String path) {

    private static final int FILE_BYTES = 2048;

    private static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog
                    http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd">
            """;

    /** Files of formatted SQL of 2 KB each, with a change set each, which an XML file includes by name. */
    public static Changelog scripts(Path root, int files) throws IOException {
        Files.createDirectories(root.resolve("sql"));
        StringBuilder main = new StringBuilder(HEAD);
        for (int number = 0; number < files; number++) {
            String name = String.format(Locale.ROOT, "sql/%06d.sql", number);
            Files.writeString(root.resolve(name), script(number));
            main.append("<include file=\"").append(name).append("\"/>\n");
        }
        Files.writeString(root.resolve("main.xml"), main.append("</databaseChangeLog>\n"));
        return new Changelog(root, "main.xml");
    }

    /** One file of change sets in XML. */
    public static Changelog xml(Path root, int sets) throws IOException {
        Files.createDirectories(root);
        StringBuilder main = new StringBuilder(HEAD);
        for (int number = 0; number < sets; number++) {
            main.append("<changeSet id='" + number + "' author='bench'>")
                    .append("<createTable tableName='t" + number + "'><column name='id' type='bigint'>")
                    .append("<constraints primaryKey='true' nullable='false'/></column>")
                    .append("<column name='name' type='varchar(100)'><constraints nullable='false'/></column>")
                    .append("<column name='amount' type='decimal(12,2)' defaultValueNumeric='0'/></createTable>")
                    .append("<createIndex tableName='t" + number + "' indexName='i" + number
                            + "'><column name='name'/>")
                    .append("</createIndex></changeSet>\n");
        }
        Files.writeString(root.resolve("main.xml"), main.append("</databaseChangeLog>\n"));
        return new Changelog(root, "main.xml");
    }

    private static String script(int number) {
        StringBuilder script = new StringBuilder("--liquibase formatted sql\n--changeset bench:" + number + "\n");
        script.append("CREATE TABLE t")
                .append(number)
                .append(" (id BIGINT PRIMARY KEY, name VARCHAR(100) NOT NULL);\n");
        for (int row = 0; script.length() < FILE_BYTES; row++) {
            script.append("INSERT INTO t")
                    .append(number)
                    .append(" (id, name) VALUES (")
                    .append(row)
                    .append(", 'it''s row ")
                    .append(row)
                    .append("; of many');\n");
        }
        return script.append("--rollback DROP TABLE t")
                .append(number)
                .append(";\n")
                .toString();
    }

    /** The included files, in their order. */
    public List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String line : Files.readAllLines(root.resolve(path))) {
            if (line.startsWith("<include ")) {
                files.add(root.resolve(line.substring(line.indexOf('"') + 1, line.lastIndexOf('"'))));
            }
        }
        return files;
    }
}
