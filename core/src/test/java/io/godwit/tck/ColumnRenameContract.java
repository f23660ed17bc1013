package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.schema.Generated;
import io.godwit.schema.ReferentialAction;
import org.junit.jupiter.api.Test;

/** Columns that change their names: what refers to them goes on doing so. */
public interface ColumnRenameContract extends DialectContract {

    @Test
    default void renamedColumnKeepsItsValues() {
        apply(createTable("city", key("id"), column("name", text())), insert("city", row("id", 1, "name", "Oslo")));
        apply(renameColumn("city", "name", "title"));
        assertThat(rows("select title from city")).containsExactly("Oslo");
    }

    @Test
    default void renamedColumnKeepsItsIndexesAndConstraints() {
        apply(
                createTable("city", key("id"), column("size", integer()).withCheck(expression("size > 0"))),
                addUnique("city", "size"),
                createIndex("city", "size", "id"),
                insert("city", row("id", 1, "size", 5)));
        apply(renameColumn("city", "size", "people"));
        violated(insert("city", row("id", 2, "people", 0)));
        violated(insert("city", row("id", 2, "people", 5)));
        assertThat(introspect("city").indexes().get(0).columns().get(0).name()).hasToString("people");
    }

    @Test
    default void renamedColumnIsFollowedByForeignKeysOnBothEnds() {
        apply(
                createTable("country", key("id")),
                createTable("city", key("id"), column("country_id", bigint())),
                addForeignKey("city", foreignKey("country_id", "country", "id", ReferentialAction.CASCADE)));
        apply(renameColumn("country", "id", "number"), renameColumn("city", "country_id", "land"));
        violated(insert("city", row("id", 1, "land", 1)));
        apply(insert("country", row("number", 1)), insert("city", row("id", 1, "land", 1)), delete("country", null));
        assertThat(rows("select id from city")).isEmpty();
    }

    @Test
    default void renamedColumnIsFollowedByASelfReference() {
        apply(
                createTable("node", key("id"), column("parent_id", bigint())),
                addForeignKey("node", foreignKey("parent_id", "node", "id")),
                insert("node", row("id", 1), row("id", 2, "parent_id", 1)));
        apply(renameColumn("node", "id", "number"), renameColumn("node", "parent_id", "above"));
        violated(insert("node", row("number", 3, "above", 9)));
        assertThat(rows("select number, above from node order by number")).containsExactly("1, NULL", "2, 1");
    }

    @Test
    default void renamedColumnIsFollowedByAView() {
        apply(
                createTable("city", key("id"), column("name", text())),
                createView("city_name", "select id, name from city"),
                insert("city", row("id", 1, "name", "Oslo")));
        apply(renameColumn("city", "name", "title"));
        assertThat(rows("select id, name from city_name")).containsExactly("1, Oslo");
    }

    @Test
    default void renamedColumnIsFollowedByAGeneratedColumn() {
        apply(
                createTable(
                        "room",
                        key("id"),
                        column("width", integer()),
                        column("area", integer()).withGenerated(new Generated(expression("width * width"), true))),
                insert("room", row("id", 1, "width", 3)));
        apply(renameColumn("room", "width", "side"));
        apply(insert("room", row("id", 2, "side", 4)));
        assertThat(rows("select id, side, area from room order by id")).containsExactly("1, 3, 9", "2, 4, 16");
    }

    @Test
    default void renamedColumnIsFollowedByATrigger() {
        apply(
                createTable("city", key("id"), column("name", text()), column("note", text())),
                beforeUpdate("city_note", "city", row("note", "changed")),
                insert("city", row("id", 1, "name", "Oslo")));
        apply(renameColumn("city", "note", "remark"), renameColumn("city", "name", "title"));
        apply(update("city", row("title", "Bergen"), null));
        assertThat(rows("select id, title, remark from city")).containsExactly("1, Bergen, changed");
    }

    @Test
    default void renamedColumnIsFollowedByPartialIndexes() {
        apply(
                createTable("city", key("id"), column("name", varchar(40)), column("gone", bool())),
                createIndex("city", index("name").withUnique(true).withWhere(expression("gone = false"))));
        apply(renameColumn("city", "gone", "deleted"));
        apply(insert("city", row("id", 1, "name", "Oslo", "deleted", true)));
        apply(insert("city", row("id", 2, "name", "Oslo", "deleted", false)));
        violated(insert("city", row("id", 3, "name", "Oslo", "deleted", false)));
    }

    @Test
    default void renamingAColumnToATakenNameIsRejected() {
        apply(createTable("city", key("id"), column("name", text()), column("title", text())));
        rejected(renameColumn("city", "name", "title"));
        rejected(renameColumn("city", "size", "people"));
    }

    @Test
    default void twoColumnsSwapTheirNames() {
        apply(
                createTable("pair", key("id"), column("a", integer()), column("b", integer())),
                insert("pair", row("id", 1, "a", 10, "b", 20)));
        apply(renameColumn("pair", "a", "c"), renameColumn("pair", "b", "a"), renameColumn("pair", "c", "b"));
        assertThat(rows("select a, b from pair")).containsExactly("20, 10");
    }
}
