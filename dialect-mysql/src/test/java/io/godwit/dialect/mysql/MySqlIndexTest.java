package io.godwit.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.operation.CreateIndex;
import io.godwit.operation.CreateTable;
import io.godwit.operation.DropIndex;
import io.godwit.schema.Column;
import io.godwit.schema.ColumnType;
import io.godwit.schema.Expression;
import io.godwit.schema.Index;
import io.godwit.schema.IndexColumn;
import io.godwit.schema.IndexMethod;
import io.godwit.schema.Name;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Exact SQL of indexes. */
class MySqlIndexTest {

    private static final TableName NOTE = TableName.of("note");
    private static final CreateTable TABLE = new CreateTable(
            Table.of(
                    NOTE,
                    List.of(
                            column("id", "bigint").withPrimaryKey(true),
                            column("name", "varchar(40)"),
                            column("body", "text"),
                            column("gone", "boolean"),
                            column("tags", "json"))),
            false);

    private final Rendering mySql = Rendering.mySql("9.7").given(TABLE);
    private final Rendering mariaDb = Rendering.mariaDb("11.8").given(TABLE);

    private static Column column(String name, String type) {
        return Column.of(name, ColumnType.parse(type));
    }

    private static CreateIndex create(Index index) {
        return new CreateIndex(NOTE, index, false, false);
    }

    @Test
    void textIsIndexedByItsStart() {
        assertThat(mySql.sql(create(Index.on("name", "body"))))
                .containsExactly("ALTER TABLE `note` ADD INDEX `ix_note_name_body` (`name`, `body`(191))");
    }

    @Test
    void uniqueIndexWithAConditionHasAPartThatIsNullElsewhere() {
        Index index =
                Index.on("name").withName(Name.of("living")).withUnique(true).withWhere(Expression.of("gone = false"));
        assertThat(mySql.sql(create(index)))
                .containsExactly("ALTER TABLE `note` ADD UNIQUE INDEX `living`"
                        + " (`name`, (CASE WHEN `gone` = FALSE THEN 1 END))");
        assertThat(mariaDb.sql(create(index)))
                .containsExactly("ALTER TABLE `note` ADD COLUMN `godwit_key_1_living` TINYINT"
                        + " GENERATED ALWAYS AS (CASE WHEN `gone` = FALSE THEN 1 END) VIRTUAL INVISIBLE,"
                        + " ADD UNIQUE INDEX `living` (`name`, `godwit_key_1_living`)");
        assertThat(mariaDb.given(create(index)).sql(new DropIndex(NOTE, Name.of("living"), false, false)))
                .containsExactly("ALTER TABLE `note` DROP INDEX `living`, DROP COLUMN `godwit_key_1_living`");
    }

    @Test
    void otherIndexWithAConditionHoldsEveryRow() {
        assertThat(mySql.sql(create(Index.on("name").withName(Name.of("n")).withWhere(Expression.of("gone = false")))))
                .containsExactly("ALTER TABLE `note` ADD INDEX `n` (`name`)");
        assertThat(mySql.findings()).hasSize(1);
    }

    @Test
    void expressionIsAPartOrAHiddenColumn() {
        Index index = Index.on("name")
                .withName(Name.of("low"))
                .withColumns(List.of(IndexColumn.of(Expression.of("lower(name)"))));
        assertThat(mySql.sql(create(index))).containsExactly("ALTER TABLE `note` ADD INDEX `low` ((LOWER(`name`)))");
        assertThat(mariaDb.sql(create(index)))
                .containsExactly("ALTER TABLE `note` ADD COLUMN `godwit_key_0_low` VARCHAR(512) COLLATE"
                        + " utf8mb4_nopad_bin GENERATED ALWAYS AS (LEFT(LOWER(`name`), 512)) VIRTUAL INVISIBLE,"
                        + " ADD INDEX `low` (`godwit_key_0_low`)");
    }

    @Test
    void wordsHaveAnIndexOfTheirOwnAndJsonHasItsHash() {
        assertThat(mySql.sql(create(Index.on("body").withMethod(IndexMethod.FULLTEXT))))
                .containsExactly("ALTER TABLE `note` ADD FULLTEXT INDEX `ix_note_body` (`body`)");
        assertThat(mySql.sql(create(Index.on("tags").withMethod(IndexMethod.JSON))))
                .containsExactly("ALTER TABLE `note` ADD INDEX `ix_note_tags` ((SHA2(`tags`, 256)))");
    }
}
