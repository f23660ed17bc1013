package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.dialect.Feature;
import io.godwit.schema.ReferentialAction;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Many changes of one table in one step lose nothing: neither rows, nor what belongs to the table, nor what refers to it. */
public interface RebuildContract extends DialectContract {

    private void world() {
        apply(
                createTable(
                        "country", identity("id"), column("name", varchar(40)).withUnique(true)),
                createTable(table(
                                "city",
                                identity("id"),
                                column("name", varchar(120)),
                                column("size", integer()).withCheck(expression("size >= 0")),
                                column("note", text()),
                                column("country_id", bigint()))
                        .withForeignKeys(
                                List.of(foreignKey("country_id", "country", "id", ReferentialAction.CASCADE)))),
                createTable("street", identity("id"), column("city_id", bigint()), column("name", text())),
                addForeignKey("street", foreignKey("city_id", "city", "id", ReferentialAction.CASCADE)),
                createIndex("city", "name"),
                createIndex("city", index("size", "name").withUnique(true)),
                createIndex("street", "city_id"),
                beforeUpdate("city_note", "city", row("note", expression("NEW.name"))),
                createView("city_view", "select id, name from city"),
                insert("country", row("name", "Norway"), row("name", "Italy")),
                insert(
                        "city",
                        row("name", "Oslo", "size", 7, "country_id", 1),
                        row("name", "Rome", "size", 9, "country_id", 2)),
                insert("street", row("city_id", 1, "name", "Karl Johan"), row("city_id", 2, "name", "Via Appia")));
    }

    private void change() {
        apply(
                setNotNull("city", "name"),
                changeType("city", "size", bigint()),
                addColumn("city", column("code", varchar(8)).withUnique(true)),
                addCheck("city", check("short", "length(name) < 100")),
                setDefault("city", "size", 1),
                dropConstraint("city", "ck_city_size"),
                addColumn("city", column("flag", bool()).notNull().withDefaultValue(value(false))));
    }

    @Test
    default void rowsHereAndThereStay() {
        world();
        change();
        assertThat(rows("select id, name, size, country_id, code from city order by id"))
                .containsExactly("1, Oslo, 7, 1, NULL", "2, Rome, 9, 2, NULL");
        assertThat(rows("select id, city_id from street order by id")).containsExactly("1, 1", "2, 2");
    }

    @Test
    default void keysOnBothEndsStay() {
        world();
        change();
        violated(insert("city", row("name", "Bern", "country_id", 3)));
        violated(insert("street", row("city_id", 3)));
        apply(delete("country", "id = 1"));
        assertThat(rows("select id from city")).containsExactly("2");
        assertThat(rows("select id from street")).containsExactly("2");
    }

    @Test
    default void indexesAndConstraintsStay() {
        world();
        change();
        assertThat(introspect("city").indexes()).hasSize(2);
        violated(insert("city", row("name", "Oslo", "size", 7)));
        violated(insert("city", row("name", null)));
        apply(update("city", row("code", "x"), "id = 1"));
        violated(update("city", row("code", "x"), "id = 2"));
    }

    @Test
    default void triggersAndViewsStay() {
        world();
        change();
        apply(update("city", row("name", "Bergen"), "id = 1"));
        assertThat(rows("select note from city where id = 1")).containsExactly("Bergen");
        assertThat(rows("select name from city_view order by id")).containsExactly("Bergen", "Rome");
    }

    @Test
    default void counterOfIdentitiesGoesOn() {
        world();
        apply(insert("city", row("name", "Bern")), delete("city", "id = 3"));
        change();
        apply(insert("city", row("name", "Paris")));
        assertThat(rows("select id from city where name = 'Paris'")).containsExactly("4");
    }

    @Test
    default void changesOfOneTableGoOnAfterAnother() {
        world();
        change();
        apply(
                dropColumn("city", "code"),
                renameColumn("city", "size", "people"),
                changeType("city", "people", varchar(40)),
                dropNotNull("city", "name"),
                renameTable("city", "town"),
                setNotNull("town", "country_id"),
                dropDefault("town", "flag"));
        assertThat(rows("select id, name, people from town order by id")).containsExactly("1, Oslo, 7", "2, Rome, 9");
        violated(insert("street", row("city_id", 3)));
    }

    @Test
    default void changesOfTwoTablesThatReferToEachOther() {
        world();
        apply(
                setNotNull("country", "name"),
                setNotNull("street", "city_id"),
                changeType("country", "name", varchar(120)),
                changeType("street", "name", varchar(90)));
        assertThat(rows("select count(*) from street")).containsExactly("2");
        apply(delete("country", null));
        assertThat(rows("select count(*) from street")).containsExactly("0");
    }

    @Test
    default void changeThatBreaksAReferenceIsRefusedWhole() {
        world();
        whenSupported(
                Feature.TRANSACTIONAL_DDL,
                () -> rejected(setNotNull("city", "name"), update("street", row("city_id", 9), null)),
                () -> rejected(update("street", row("city_id", 9), null)));
        assertThat(rows("select city_id from street order by id")).containsExactly("1", "2");
    }
}
