package io.godwit.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.operation.CreateTable;
import io.godwit.operation.Row;
import io.godwit.operation.UpdateRows;
import io.godwit.operation.UpsertRows;
import io.godwit.schema.Column;
import io.godwit.schema.ColumnType;
import io.godwit.schema.Expression;
import io.godwit.schema.Literal;
import io.godwit.schema.Name;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.schema.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Exact SQL of rows. */
class MySqlRowsTest {

    private static final TableName CITY = TableName.of("city");

    private static CreateTable table(boolean secondKey) {
        return new CreateTable(
                Table.of(
                        CITY,
                        List.of(
                                Column.of("id", ColumnType.parse("bigint")).withPrimaryKey(true),
                                Column.of("name", ColumnType.parse("varchar(9)"))
                                        .withUnique(secondKey))),
                false);
    }

    private static UpsertRows upsert() {
        Map<Name, Value> row = new LinkedHashMap<>();
        row.put(Name.of("id"), Literal.of(1));
        row.put(Name.of("name"), Literal.of("Oslo"));
        return new UpsertRows(CITY, List.of(new Row(row)), List.of(Name.of("id")));
    }

    @Test
    void upsertGoesByTheOnlyKey() {
        assertThat(Rendering.mySql("9.7").given(table(false)).sql(upsert()))
                .containsExactly("INSERT INTO `city` (`id`, `name`) VALUES\n  (1, 'Oslo')\nAS godwit\n"
                        + "ON DUPLICATE KEY UPDATE `name` = godwit.`name`");
        assertThat(Rendering.mariaDb("10.11").given(table(false)).sql(upsert()))
                .containsExactly("INSERT INTO `city` (`id`, `name`) VALUES\n  (1, 'Oslo')\n"
                        + "ON DUPLICATE KEY UPDATE `name` = VALUES(`name`)");
    }

    @Test
    void upsertBesideAnotherKeyIsAnUpdateAndAnInsert() {
        assertThat(Rendering.mySql("9.7").given(table(true)).sql(upsert()))
                .containsExactly(
                        "UPDATE `city` SET `name` = 'Oslo' WHERE `id` = 1",
                        "INSERT INTO `city` (`id`, `name`) SELECT 1, 'Oslo' FROM DUAL"
                                + " WHERE NOT EXISTS (SELECT 1 FROM `city` WHERE `id` = 1)");
    }

    @Test
    void assignmentComesAfterThoseThatReadItsColumn() {
        assertThat(update(Map.of("id", "7", "name", "id::text")))
                .containsExactly("UPDATE `city` SET `name` = CAST(`id` AS CHAR), `id` = 7");
    }

    @Test
    void assignmentsInACircleRemember() {
        assertThat(new Assignments(ordered("`a`", "`b`", "`b`", "`t`.`a` + '`a`'")).text())
                .isEqualTo("`a` = CASE WHEN (@godwit_0 := `a`) IS NULL OR TRUE THEN `b` END, `b` = @godwit_0 + '`a`'");
    }

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int at = 0; at < pairs.length; at += 2) {
            map.put(pairs[at], pairs[at + 1]);
        }
        return map;
    }

    private static List<String> update(Map<String, String> set) {
        Map<Name, Value> values = new LinkedHashMap<>();
        set.keySet().stream().sorted().forEach(name -> values.put(Name.of(name), Expression.of(set.get(name))));
        return Rendering.mySql("9.7").given(table(false)).sql(new UpdateRows(CITY, new Row(values), null));
    }
}
