package io.godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What migrations that were a Liquibase changelog make is what Liquibase made of it. */
final class ConvertedSchemaTest {

    private static final String CHANGELOG = """
            databaseChangeLog:
              - changeSet:
                  id: tables
                  author: ann
                  changes:
                    - createTable:
                        tableName: country
                        columns:
                          - column: {name: id, type: bigint, autoIncrement: true, constraints: {primaryKey: true, nullable: false}}
                          - column: {name: code, type: varchar(2), constraints: {nullable: false, unique: true}}
                          - column: {name: name, type: varchar(100), defaultValue: it's}
                    - createTable:
                        tableName: city
                        columns:
                          - column: {name: id, type: int, constraints: {primaryKey: true, primaryKeyName: pk_city}}
                          - column: {name: name, type: varchar(100), constraints: {nullable: false, unique: true, uniqueConstraintName: uq_city}}
                          - column: {name: country_id, type: bigint, constraints: {nullable: false}}
                          - column: {name: other_id, type: bigint}
                          - column: {name: early_id, type: bigint, defaultValueComputed: "NULL"}
                          - column: {name: amount, type: "decimal(12,2)", defaultValueNumeric: 0}
                          - column: {name: kind, type: char(8), defaultValue: big}
                          - column: {name: open, type: boolean, defaultValueBoolean: true}
                          - column: {name: made, type: timestamp, defaultValueComputed: CURRENT_TIMESTAMP}
              - changeSet:
                  id: keys
                  author: ann
                  changes:
                    - createIndex: {indexName: fk_city_early, tableName: city, columns: [{column: {name: early_id}}]}
                    - addForeignKeyConstraint: {constraintName: fk_city_early, baseTableName: city, baseColumnNames: early_id, referencedTableName: country, referencedColumnNames: id}
                    - addForeignKeyConstraint: {constraintName: fk_city_country, baseTableName: city, baseColumnNames: country_id, referencedTableName: country, referencedColumnNames: id, onDelete: CASCADE}
                    - addForeignKeyConstraint: {constraintName: fk_city_other, baseTableName: city, baseColumnNames: other_id, referencedTableName: country, referencedColumnNames: id}
              - changeSet:
                  id: indexes
                  author: ann
                  changes:
                    - createIndex: {indexName: fk_city_country, tableName: city, columns: [{column: {name: country_id}}]}
                    - createIndex: {indexName: city_other, tableName: city, columns: [{column: {name: other_id}}, {column: {name: name}}]}
              - changeSet:
                  id: more
                  author: ann
                  changes:
                    - addColumn: {tableName: country, columns: [{column: {name: changed, type: timestamp, defaultValueComputed: "current_timestamp()"}}]}
                    - addUniqueConstraint: {tableName: country, columnNames: "name, code"}
                    - addNotNullConstraint: {tableName: country, columnName: name, columnDataType: varchar(100), defaultNullValue: x}
                    - renameColumn: {tableName: city, oldColumnName: amount, newColumnName: total, columnDataType: "decimal(12,2)"}
                    - modifyDataType: {tableName: city, columnName: name, newDataType: varchar(200)}
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mysql", "mariadb"})
    void theSchemaIsLiquibases(String engine) throws Exception {
        write(CHANGELOG);
        try (EmptyDatabases databases = new EmptyDatabases(engine, folder)) {
            String first = databases.another();
            new LiquibaseRun(folder.resolve("root"), "db/main.yaml", first).update("");

            assertThat(known(migrated(databases.another(), "postgresql,mysql,mariadb"), engine))
                    .containsExactlyInAnyOrderElementsOf(known(EmptyDatabases.schema(first), engine));
        }
    }

    /** InnoDB's NO ACTION is RESTRICT. */
    private static List<String> known(List<String> schema, String engine) {
        return schema.stream()
                .map(line -> engine.equals("postgresql") ? line : line.replace("=no action", "=restrict"))
                .toList();
    }

    private List<String> migrated(String url, String engines) throws Exception {
        Place place = new Place(folder)
                .with("GODWIT_URL", url)
                .with("GODWIT_PLUGINS", folder.resolve("converted").toString());
        Answer converted = place.run(
                "convert",
                "--from",
                "liquibase",
                "--to",
                "portable",
                "db/main.yaml",
                "--root",
                folder.resolve("root").toString(),
                "--output",
                folder.resolve("converted/shop").toString(),
                "--plugin",
                "shop",
                "--engine",
                engines);
        assertThat(converted.code()).as(converted.error()).isZero();
        Answer migrated = place.run("migrate");
        assertThat(migrated.code()).as(migrated.error() + migrated.out()).isZero();
        return EmptyDatabases.schema(url);
    }

    private void write(String changelog) throws IOException {
        Path file = folder.resolve("root/db/main.yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, changelog);
    }
}
