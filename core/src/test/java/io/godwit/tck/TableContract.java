package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.dialect.Feature;
import io.godwit.operation.CreateTable;
import io.godwit.operation.DropTable;
import io.godwit.schema.Partition;
import io.godwit.schema.ReferentialAction;
import org.junit.jupiter.api.Test;

/** Tables that come, go and change their names. */
public interface TableContract extends DialectContract {

    private void countryAndCity() {
        apply(
                createTable("country", key("id"), column("name", varchar(120))),
                createTable(
                        "city",
                        key("id"),
                        column("name", varchar(120)),
                        column("note", text()),
                        column("country_id", bigint())),
                addForeignKey("city", foreignKey("country_id", "country", "id", ReferentialAction.CASCADE)),
                createIndex("city", index("name").withUnique(true)),
                beforeUpdate("city_note", "city", row("note", "changed")),
                insert("country", row("id", 1, "name", "Norway")),
                insert("city", row("id", 1, "name", "Oslo", "country_id", 1)));
    }

    @Test
    default void renamedTableKeepsRowsIndexesTriggersAndKeys() {
        countryAndCity();
        apply(renameTable("city", "town"));
        apply(update("town", row("name", "Bergen"), null));
        assertThat(rows("select name, note, country_id from town")).containsExactly("Bergen, changed, 1");
        violated(insert("town", row("id", 2, "name", "Bergen")));
        violated(insert("town", row("id", 2, "country_id", 2)));
        apply(delete("country", null));
        assertThat(rows("select id from town")).isEmpty();
    }

    @Test
    default void renamedTableIsFollowedByThoseThatReferToIt() {
        countryAndCity();
        apply(renameTable("country", "land"));
        violated(insert("city", row("id", 2, "country_id", 2)));
        apply(insert("land", row("id", 2)), insert("city", row("id", 2, "country_id", 2)), delete("land", "id = 2"));
        assertThat(rows("select id from city")).containsExactly("1");
        assertThat(introspect("city").foreignKeys().get(0).table()).isEqualTo(named("land"));
    }

    @Test
    default void renamedTableIsFollowedByItsOwnReference() {
        apply(
                createTable("node", key("id"), column("parent_id", bigint())),
                addForeignKey("node", foreignKey("parent_id", "node", "id")),
                insert("node", row("id", 1), row("id", 2, "parent_id", 1)));
        apply(renameTable("node", "vertex"));
        violated(insert("vertex", row("id", 3, "parent_id", 9)));
        violated(delete("vertex", "id = 1"));
        apply(delete("vertex", "id = 2"));
        assertThat(rows("select id from vertex")).containsExactly("1");
    }

    @Test
    default void renamedTableIsFollowedByAView() {
        countryAndCity();
        apply(createView("v", "select id, name from city"));
        apply(renameTable("city", "town"));
        assertThat(rows("select name from v")).containsExactly("Oslo");
    }

    @Test
    default void renamedTableLeavesItsOldNameToAnother() {
        everyConstraint("city");
        apply(renameTable("city", "town"));
        everyConstraint("city");
        apply(
                insert("town", row("id", 1, "name", "Oslo", "size", 1)),
                insert("city", row("id", 1, "name", "Oslo", "size", 1)));
        violated(insert("town", row("id", 2, "name", "Oslo", "size", 1)));
        violated(insert("city", row("id", 2, "name", "Bergen", "size", 13)));
    }

    private void everyConstraint(String table) {
        apply(
                createTable(
                        table,
                        key("id"),
                        column("name", varchar(50)).withUnique(true),
                        column("size", integer()).withCheck(expression("size > 0")),
                        column("above", bigint())),
                addForeignKey(table, foreignKey("above", table, "id")),
                addCheck(table, check("size <> 13")),
                createIndex(table, "name", "size"));
    }

    @Test
    default void twoTablesSwapTheirNames() {
        apply(
                createTable("a", key("id"), column("x", text())),
                createTable("b", key("id"), column("y", text())),
                insert("a", row("id", 1)),
                insert("b", row("id", 2)));
        apply(renameTable("a", "c"), renameTable("b", "a"), renameTable("c", "b"));
        assertThat(rows("select id, y from a")).containsExactly("2, NULL");
        assertThat(rows("select id, x from b")).containsExactly("1, NULL");
    }

    @Test
    default void renamingATableToATakenNameIsRejected() {
        countryAndCity();
        rejected(renameTable("city", "country"));
        rejected(renameTable("town", "village"));
    }

    @Test
    default void tableThatIsThereIsNotMadeTwice() {
        countryAndCity();
        rejected(createTable("city", key("id")));
        apply(new CreateTable(introspect("country"), true));
        assertThat(rows("select name from country")).containsExactly("Norway");
    }

    @Test
    default void droppedTableIsGoneWithAllThatBelongedToIt() {
        countryAndCity();
        apply(dropTable("city"));
        assertThat(introspect().tables()).containsOnlyKeys(named("country"));
        apply(
                createTable("city", key("id"), column("name", varchar(120))),
                createIndex("city", index("name").withUnique(true)));
        rejected(dropTable("lake"));
        apply(new DropTable(named("lake"), true, false), new DropTable(named("city"), true, false));
    }

    @Test
    default void tableThatOthersReferToIsNotDropped() {
        countryAndCity();
        rejected(dropTable("country"));
        assertThat(rows("select name from country")).containsExactly("Norway");
    }

    @Test
    default void cascadeDropsTheForeignKeysAndNoRows() {
        countryAndCity();
        apply(dropTableCascade("country"));
        assertThat(introspect("city").foreignKeys()).isEmpty();
        apply(insert("city", row("id", 2, "country_id", 99)));
        assertThat(rows("select id, country_id from city order by id")).containsExactly("1, 1", "2, 99");
    }

    @Test
    default void tablesThatReferToEachOtherAreDroppedByCascade() {
        apply(
                createTable("hen", key("id"), column("egg_id", bigint())),
                createTable("egg", key("id"), column("hen_id", bigint())),
                addForeignKey("hen", foreignKey("egg_id", "egg", "id")),
                addForeignKey("egg", foreignKey("hen_id", "hen", "id")));
        apply(dropTableCascade("hen"), dropTableCascade("egg"));
        assertThat(introspect().tables()).isEmpty();
    }

    @Test
    default void partitionedTableTakesRowsWithOrWithoutPartitions() {
        bench().takeFindings();
        apply(createTable(table("metric", column("at", timestamptz()).notNull(), column("value", doublePrecision()))
                .withPartition(new Partition(Partition.Kind.RANGE, names("at")))));
        whenSupported(
                Feature.PARTITIONS,
                () -> assertThat(introspect("metric").partition()).isNotNull(),
                () -> assertThat(bench().takeFindings()).isNotEmpty());
        apply(insert("metric", row("at", "2024-02-29T12:00:00Z", "value", number("1.5"))));
        assertThat(rows("select value from metric", doublePrecision())).containsExactly("1.5");
        apply(dropTable("metric"));
        assertThat(introspect().tables()).isEmpty();
    }
}
