package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.dialect.Feature;
import io.godwit.operation.Operation;
import io.godwit.schema.Generated;
import io.godwit.schema.ReferentialAction;
import io.godwit.tck.harness.Workbench;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Up, then down: the schema before is the schema after, for every operation on a table with rows, keys, indexes and triggers. Every
 * other contract is taken back too when it ends; this one also looks at the rows.
 */
public interface UndoContract extends DialectContract {

    private void world() {
        apply(
                createTable("country", key("id"), column("name", varchar(40))),
                createTable(
                        "city",
                        key("id"),
                        column("name", varchar(120)).notNull().withDefaultValue(value("it's new")),
                        column("code", varchar(8)).withUnique(true).withComment("short"),
                        column("size", integer()).withCheck(expression("size >= 0")),
                        column("area", integer()).withGenerated(new Generated(expression("size * 2"), true)),
                        column("seen", timestamptz()).withDefaultValue(expression("now()")),
                        column("country_id", bigint())),
                addForeignKey("city", foreignKey("country_id", "country", "id", ReferentialAction.CASCADE)),
                createIndex("city", "name", "size"),
                createIndex("city", index("seen").withColumns(List.of(descending("seen")))),
                beforeUpdate("city_code", "city", row("code", expression("lower(NEW.code)"))));
        apply(
                insert("country", row("id", 1, "name", "Norway")),
                insert("city", row("id", 1, "name", "Oslo", "code", "O", "size", 7, "country_id", 1)),
                insert("city", row("id", 2, "name", "Rome", "size", null)));
    }

    /** Applies the operations, takes them back alone, and expects schema and rows as they were. */
    private void thereAndBack(boolean exact, Operation... operations) {
        world();
        Workbench bench = bench();
        List<String> before = rows(ROWS);
        apply(operations);
        assertThat(bench.undoLast()).as("what the way back leaves different").isEmpty();
        if (exact) {
            assertThat(rows(ROWS)).isEqualTo(before);
        }
        assertThat(rows("select id from country")).containsExactly("1");
    }

    String ROWS = "select id, name, code, size, area, country_id from city order by id";

    @Test
    default void addedColumnsAreTakenBack() {
        thereAndBack(
                true,
                addColumn("city", column("a", varchar(60)).withUnique(true).withComment("x")),
                addColumn(
                        "city",
                        column("b", integer())
                                .notNull()
                                .withDefaultValue(value(5))
                                .withCheck(expression("b > 0"))),
                addColumn(
                        "city",
                        column("c", bigint()).withReferences(references("country", "id", ReferentialAction.NO_ACTION))),
                createIndex("city", "a", "b"));
    }

    @Test
    default void droppedPlainColumnComesBack() {
        thereAndBack(false, dropColumn("country", "name"));
    }

    @Test
    default void droppedColumnComesBackWithItsKeysAndIndexes() {
        thereAndBack(false, dropColumn("city", "country_id"), dropColumn("city", "seen"));
    }

    @Test
    default void droppedNotNullColumnComesBackNotNull() {
        thereAndBack(false, dropColumn("city", "name"));
        assertThat(rows("select count(*) from city where name is null")).containsExactly("0");
    }

    @Test
    default void droppedGeneratedColumnComesBackComputed() {
        thereAndBack(true, dropColumn("city", "area"));
    }

    @Test
    default void renamesAreTakenBack() {
        thereAndBack(
                true,
                renameColumn("city", "size", "people"),
                renameColumn("country", "id", "number"),
                renameTable("city", "town"),
                renameColumn("town", "name", "title"),
                renameTable("country", "land"),
                renameIndex("town", "ix_city_name_size", "by_name"));
    }

    @Test
    default void widenedTypesAreTakenBack() {
        thereAndBack(true, changeType("city", "code", varchar(80)), changeType("country", "name", text()));
    }

    @Test
    default void changedTypeComesBackWithDefaultAndIndex() {
        thereAndBack(true, changeType("city", "name", varchar(200)), changeType("city", "code", varchar(9)));
    }

    @Test
    default void nullabilityIsTakenBack() {
        thereAndBack(true, dropNotNull("city", "name"), setNotNull("country", "name"));
    }

    @Test
    default void backfillLeavesItsValues() {
        thereAndBack(false, setNotNull("city", "size", 3));
        assertThat(rows("select id, size from city order by id")).containsExactly("1, 7", "2, 3");
    }

    @Test
    default void defaultsAreTakenBack() {
        thereAndBack(
                true, dropDefault("city", "seen"), setDefault("city", "name", "other"), setDefault("city", "size", 9));
        apply(insert("city", row("id", 3)));
        assertThat(rows("select name, size from city where id = 3 and seen is not null"))
                .containsExactly("it's new, NULL");
    }

    @Test
    default void constraintsAreTakenBack() {
        thereAndBack(
                true,
                dropConstraint("city", "uq_city_code"),
                dropConstraint("city", "ck_city_size"),
                dropConstraint("city", "fk_city_country_id"),
                addCheck("city", check("small", "size < 100")),
                addUnique("city", "name", "code"));
        violated(insert("city", row("id", 3, "code", "O")));
        violated(insert("city", row("id", 3, "size", -1)));
        violated(insert("city", row("id", 3, "country_id", 9)));
        apply(insert("city", row("id", 3, "size", 1000)));
    }

    @Test
    default void primaryKeyIsTakenBack() {
        thereAndBack(true, dropPrimaryKey("city"), addPrimaryKey("city", "name"));
        violated(insert("city", row("id", 1)));
    }

    @Test
    default void indexesAndTriggersAreTakenBack() {
        thereAndBack(
                true,
                dropIndex("city", "ix_city_name_size"),
                dropIndex("city", "ix_city_seen"),
                createIndex("city", index("name").withUnique(true)),
                dropTrigger("city", "city_code"),
                beforeInsert("city_new", "city", row("size", 1)));
        apply(insert("city", row("id", 3, "code", "UP")), update("city", row("size", 2), "id = 3"));
        assertThat(rows("select code, size from city where id = 3")).containsExactly("up, 2");
    }

    @Test
    default void viewsAreTakenBack() {
        world();
        apply(
                createView("v", "select id, name from city"),
                createMaterializedView("m", "select count(*) as n from city"));
        apply(dropView("v"), dropView("m"), createView("w", "select id from city"));
        assertThat(bench().undoLast()).isEmpty();
        assertThat(rows("select name from v order by id")).containsExactly("Oslo", "Rome");
        assertThat(rows("select n from m")).containsExactly("2");
        apply(replaceView("v", "select name from city"));
        assertThat(bench().undoLast()).isEmpty();
        assertThat(rows("select id, name from v order by id")).containsExactly("1, Oslo", "2, Rome");
    }

    @Test
    default void droppedTableComesBackEmpty() {
        world();
        apply(dropTable("city"), dropTable("country"));
        assertThat(bench().undoLast()).isEmpty();
        assertThat(rows(ROWS)).isEmpty();
        apply(insert("city", row("id", 1, "code", "UP")), update("city", row("size", 2), null));
        assertThat(rows("select name, code, size, area from city")).containsExactly("it's new, up, 2, 4");
    }

    @Test
    default void viewsThatACascadeTookComeBackWithTheirTable() {
        world();
        apply(
                createView("v", "select id, name || '!' as loud from city"),
                createView("a", "select loud from v"),
                createMaterializedView("m", "select count(*) as n from a"));
        apply(dropTableCascade("city"));
        assertThat(introspect().views()).isEmpty();
        assertThat(bench().undoLast()).isEmpty();
        assertThat(rows("select loud from a")).isEmpty();
        assertThat(rows("select n from m")).containsExactly("0");
    }

    @Test
    default void commentsAreTakenBack() {
        thereAndBack(
                true,
                comment("city", null, "cities"),
                comment("city", "code", "other"),
                comment("city", "name", "the name"),
                comment("city", "name", null));
    }

    @Test
    default void insertedRowsAreTakenBackByTheirKeys() {
        thereAndBack(true, insert("city", row("id", 30, "name", "x"), row("id", 31)), insert("city", row("id", 32)));
    }

    @Test
    default void schemasAndSequencesAreTakenBack() {
        List<Operation> operations = new ArrayList<>();
        operations.add(createSchema("crm"));
        operations.add(createTable("crm.account", identity("id")));
        whenSupported(Feature.SEQUENCES, () -> operations.add(createSequence("ticket", 5, 10)), () -> {});
        thereAndBack(true, operations.toArray(Operation[]::new));
    }
}
