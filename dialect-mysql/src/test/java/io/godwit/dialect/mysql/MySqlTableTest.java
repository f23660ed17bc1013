package io.godwit.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.godwit.failure.UnsupportedByDialectException;
import io.godwit.operation.AddColumn;
import io.godwit.operation.ChangeType;
import io.godwit.operation.CommentOn;
import io.godwit.operation.CreateTable;
import io.godwit.operation.DropColumn;
import io.godwit.operation.DropDefault;
import io.godwit.operation.RenameColumn;
import io.godwit.operation.RenameTable;
import io.godwit.operation.SetDefault;
import io.godwit.operation.SetNotNull;
import io.godwit.schema.Column;
import io.godwit.schema.ColumnType;
import io.godwit.schema.Expression;
import io.godwit.schema.Generated;
import io.godwit.schema.Index;
import io.godwit.schema.Literal;
import io.godwit.schema.Name;
import io.godwit.schema.Reference;
import io.godwit.schema.ReferentialAction;
import io.godwit.schema.SimpleType;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.schema.VarcharType;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Exact SQL of tables and columns. */
class MySqlTableTest {

    private static final TableName CITY = TableName.of("city");

    private final Rendering mySql = Rendering.mySql("9.7");
    private final Rendering mariaDb = Rendering.mariaDb("10.11");

    private static CreateTable city(Column... columns) {
        return new CreateTable(Table.of(CITY, List.of(columns)), false);
    }

    private static Column column(String name, String type) {
        return Column.of(name, ColumnType.parse(type));
    }

    @Test
    void createTableStatesEverything() {
        CreateTable create = city(
                column("id", "bigint").withPrimaryKey(true).withIdentity(true),
                column("name", "varchar(200)").notNull().withUnique(true).withComment("it's a \\ name"),
                column("state", "enum('new','done')").withDefaultValue(Literal.of("new")),
                column("notes", "text").withDefaultValue(Literal.of("a\\b")),
                column("boss", "bigint")
                        .withReferences(new Reference(
                                CITY, Name.of("id"), ReferentialAction.SET_NULL, ReferentialAction.NO_ACTION)),
                column("at", "timestamptz").withDefaultValue(Expression.of("now()")),
                column("u", "uuid"));
        assertThat(mySql.sql(create)).containsExactly("""
                        CREATE TABLE `city` (
                          `id` BIGINT NOT NULL AUTO_INCREMENT,
                          `name` VARCHAR(200) COLLATE utf8mb4_0900_bin NOT NULL COMMENT 'it''s a \\\\ name',
                          `state` VARCHAR(4) COLLATE utf8mb4_0900_bin DEFAULT 'new',
                          `notes` LONGTEXT COLLATE utf8mb4_0900_bin DEFAULT (CONVERT(X'615c62' USING utf8mb4)),
                          `boss` BIGINT,
                          `at` DATETIME(6) DEFAULT (UTC_TIMESTAMP(6)) COMMENT '[timestamptz]',
                          `u` CHAR(36) CHARACTER SET ascii COLLATE ascii_bin,
                          INDEX `fk_city_boss` (`boss`),
                          PRIMARY KEY (`id`),
                          CONSTRAINT `uq_city_name` UNIQUE (`name`),
                          CONSTRAINT `fk_city_boss` FOREIGN KEY (`boss`) REFERENCES `city` (`id`) ON DELETE SET NULL,
                          CONSTRAINT `ck_city_state_enum` CHECK (`state` IN ('new', 'done'))
                        ) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin""");
        assertThat(mariaDb.sql(city(column("u", "uuid"), column("name", "varchar(9)"))))
                .containsExactly("""
                        CREATE TABLE `city` (
                          `u` UUID,
                          `name` VARCHAR(9) COLLATE utf8mb4_nopad_bin
                        ) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin""");
    }

    @Test
    void schemaIsFoldedIntoTheName() {
        assertThat(mySql.sql(new RenameTable(TableName.parse("crm.a"), TableName.parse("crm.b"))))
                .containsExactly("RENAME TABLE `crm_a` TO `crm_b`");
    }

    @Test
    void changedColumnIsRestatedWhole() {
        mySql.given(city(
                column("id", "bigint").withPrimaryKey(true),
                column("name", "varchar(20)")
                        .notNull()
                        .withDefaultValue(Literal.of("x"))
                        .withComment("the name"),
                column("seen", "timestamptz")));
        assertThat(mySql.sql(new ChangeType(CITY, Name.of("name"), new VarcharType(40), null)))
                .containsExactly("ALTER TABLE `city` MODIFY COLUMN `name` VARCHAR(40) COLLATE utf8mb4_0900_bin NOT NULL"
                        + " DEFAULT 'x' COMMENT 'the name'");
        assertThat(mySql.sql(new SetNotNull(CITY, Name.of("seen"), null)))
                .containsExactly(
                        "ALTER TABLE `city` MODIFY COLUMN `seen` DATETIME(6) NOT NULL COMMENT '[timestamptz]'");
        assertThat(mySql.sql(new CommentOn(CITY, Name.of("seen"), "last seen")))
                .containsExactly(
                        "ALTER TABLE `city` MODIFY COLUMN `seen` DATETIME(6) COMMENT 'last seen [timestamptz]'");
    }

    @Test
    void typeThatTheEngineWouldConvertOtherwiseGoesThroughAColumnOfItsOwn() {
        mySql.given(city(column("id", "bigint"), column("flag", "boolean").notNull()));
        assertThat(mySql.sql(new ChangeType(CITY, Name.of("flag"), SimpleType.TEXT, null)))
                .containsExactly(
                        "ALTER TABLE `city` ADD COLUMN `godwit_new_value` LONGTEXT COLLATE utf8mb4_0900_bin",
                        "UPDATE `city` SET `godwit_new_value` = CASE `flag` WHEN 1 THEN 'true' WHEN 0 THEN 'false' END",
                        "ALTER TABLE `city` MODIFY COLUMN `flag` TINYINT(1)",
                        "UPDATE `city` SET `flag` = NULL",
                        "ALTER TABLE `city` MODIFY COLUMN `flag` LONGTEXT COLLATE utf8mb4_0900_bin",
                        "UPDATE `city` SET `flag` = `godwit_new_value`",
                        "ALTER TABLE `city` MODIFY COLUMN `flag` LONGTEXT COLLATE utf8mb4_0900_bin NOT NULL,"
                                + " DROP COLUMN `godwit_new_value`");
    }

    @Test
    void addedColumnBringsItsConstraintsInOneStatement() {
        mySql.given(city(column("id", "bigint")));
        assertThat(mySql.sql(new AddColumn(
                        CITY,
                        column("code", "varchar(8)").withUnique(true).withCheck(Expression.of("code <> ''")),
                        false)))
                .containsExactly("ALTER TABLE `city` ADD COLUMN `code` VARCHAR(8) COLLATE utf8mb4_0900_bin,"
                        + " ADD CONSTRAINT `uq_city_code` UNIQUE (`code`),"
                        + " ADD CONSTRAINT `ck_city_code` CHECK (`code` <> '')");
    }

    @Test
    void addedColumnThatWouldBeFilledWithZerosAsksForAnEmptyTable() {
        mySql.given(city(column("id", "bigint")));
        assertThat(mySql.sql(new AddColumn(CITY, column("size", "integer").notNull(), false)))
                .containsExactly(
                        "SELECT CASE WHEN EXISTS (SELECT 1 FROM `city`) THEN (SELECT 1 UNION ALL SELECT 2) END"
                                + " AS `the new column is NOT NULL and has no default`",
                        "ALTER TABLE `city` ADD COLUMN `size` INT NOT NULL");
    }

    @Test
    void droppedDefaultOfANullableColumnIsNull() {
        mySql.given(city(column("id", "bigint"), column("notes", "text")));
        assertThat(mySql.sql(new DropDefault(CITY, Name.of("notes"))))
                .containsExactly("ALTER TABLE `city` MODIFY COLUMN `notes` LONGTEXT COLLATE utf8mb4_0900_bin");
        assertThat(mySql.sql(new SetDefault(CITY, Name.of("notes"), Literal.of("x"))))
                .containsExactly(
                        "ALTER TABLE `city` MODIFY COLUMN `notes` LONGTEXT COLLATE utf8mb4_0900_bin DEFAULT ('x')");
    }

    @Test
    void droppedColumnTakesWhatNamesItAlong() {
        Table table = Table.of(
                        CITY,
                        List.of(
                                column("id", "bigint").withPrimaryKey(true),
                                column("size", "integer").withCheck(Expression.of("size > 0")),
                                column("boss", "bigint")
                                        .withReferences(new Reference(
                                                CITY,
                                                Name.of("id"),
                                                ReferentialAction.CASCADE,
                                                ReferentialAction.NO_ACTION))))
                .withIndexes(List.of(Index.on("size", "boss")));
        mySql.given(new CreateTable(table, false));
        assertThat(mySql.sql(new DropColumn(CITY, Name.of("size"), false)))
                .containsExactly("ALTER TABLE `city` DROP CHECK `ck_city_size`, DROP INDEX `ix_city_size_boss`,"
                        + " DROP COLUMN `size`");
        assertThat(mySql.sql(new DropColumn(CITY, Name.of("boss"), false)))
                .containsExactly("ALTER TABLE `city` DROP FOREIGN KEY `fk_city_boss`, DROP INDEX `fk_city_boss`,"
                        + " DROP INDEX `ix_city_size_boss`, DROP COLUMN `boss`");
    }

    @Test
    void renamedColumnTakesTextsAlongInMySqlAlone() {
        CreateTable create = city(
                column("size", "integer").withCheck(Expression.of("size > 0")),
                column("twice", "integer").withGenerated(new Generated(Expression.of("size * 2"), true)));
        RenameColumn rename = new RenameColumn(CITY, Name.of("size"), Name.of("people"));
        assertThat(mySql.given(create).sql(rename))
                .containsExactly("ALTER TABLE `city` DROP CHECK `ck_city_size`, DROP COLUMN `twice`,"
                        + " RENAME COLUMN `size` TO `people`,"
                        + " ADD COLUMN `twice` INT GENERATED ALWAYS AS (`people` * 2) STORED AFTER `people`,"
                        + " ADD CONSTRAINT `ck_city_size` CHECK (`people` > 0)");
        assertThat(mariaDb.given(create).sql(rename))
                .containsExactly("ALTER TABLE `city` DROP CONSTRAINT `ck_city_size`, RENAME COLUMN `size` TO `people`,"
                        + " ADD CONSTRAINT `ck_city_size` CHECK (`people` > 0)");
    }

    @Test
    void whatTheEngineWouldChangeOrIgnoreIsRefused() {
        refused(city(column("😀", "bigint")));
        refused(city(column("blank ", "bigint")));
        refused(city(column("a", "text").withUnique(true)));
        refused(city(column("a", "varchar(800)").withUnique(true)));
        refused(city(column("a", "varchar(20000)")));
        refused(city(column("a", "decimal(38,31)")));
        refused(city(column("a", "bigint").withIdentity(true)));
        refused(city(column("a", "bigint")
                .withPrimaryKey(true)
                .withReferences(new Reference(
                        CITY, Name.of("a"), ReferentialAction.SET_DEFAULT, ReferentialAction.NO_ACTION))));
        assertThatThrownBy(() ->
                        Rendering.mySql("8.0.15").sql(city(column("a", "bigint").withCheck(Expression.of("a > 0")))))
                .isInstanceOf(UnsupportedByDialectException.class);
    }

    private void refused(CreateTable create) {
        assertThatThrownBy(() -> mySql.sql(create)).isInstanceOf(UnsupportedByDialectException.class);
    }
}
