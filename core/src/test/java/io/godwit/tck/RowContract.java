package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.operation.Row;
import io.godwit.operation.UpsertRows;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows that are written. */
public interface RowContract extends DialectContract {

    private void city() {
        apply(createTable(
                "city", key("id"), column("name", text()), column("size", integer()), column("tags", json())));
    }

    @Test
    default void rowsMayNameDifferentColumns() {
        city();
        apply(insert("city", row("id", 1), row("name", "Rome", "id", 2), row("id", 3, "size", 5)));
        assertThat(rows("select id, name, size from city order by id"))
                .containsExactly("1, NULL, NULL", "2, Rome, NULL", "3, NULL, 5");
    }

    @Test
    default void valuesMayBeExpressions() {
        city();
        apply(insert(
                "city",
                row("id", expression("1 + 1"), "name", expression("upper('oslo')"), "size", expression("null"))));
        assertThat(rows("select id, name, size from city")).containsExactly("2, OSLO, NULL");
    }

    @Test
    default void jsonIsWritten() {
        city();
        apply(insert("city", row("id", 1, "tags", jsonValue("{\"it's\":[\"a\",{\"b\":null}]}"))));
        assertThat(rows("select tags from city", json())).containsExactly("{\"it's\":[\"a\",{\"b\":null}]}");
    }

    @Test
    default void manyRowsGoInAtOnce() {
        city();
        Row[] many = new Row[1200];
        for (int i = 0; i < many.length; i++) {
            many[i] = row("id", i, "name", "city '" + i + "' 😀", "size", i % 7 == 0 ? null : i);
        }
        apply(insert("city", many));
        assertThat(rows("select count(*), count(size), sum(id) from city")).containsExactly("1200, 1028, 719400");
        assertThat(rows("select name from city where id = 1199")).containsExactly("city '1199' 😀");
    }

    @Test
    default void oneBadRowOfManyLeavesNone() {
        city();
        Row[] many = new Row[1200];
        for (int i = 0; i < many.length; i++) {
            many[i] = row("id", i == 1199 ? 0 : i);
        }
        violated(insert("city", many));
        assertThat(rows("select count(*) from city")).containsExactly("0");
    }

    @Test
    default void upsertInsertsOrUpdatesByItsKey() {
        city();
        apply(insert("city", row("id", 1, "name", "Oslo", "size", 7), row("id", 2, "name", "Rome", "size", 9)));
        apply(upsert("city", "id", row("id", 2, "name", "Roma"), row("id", 3, "name", "Bern")));
        assertThat(rows("select id, name, size from city order by id"))
                .containsExactly("1, Oslo, 7", "2, Roma, 9", "3, Bern, NULL");
    }

    @Test
    default void upsertOfKeysAloneLeavesRowsAsTheyAre() {
        city();
        apply(insert("city", row("id", 1, "name", "Oslo")));
        apply(upsert("city", "id", row("id", 1), row("id", 2)));
        assertThat(rows("select id, name from city order by id")).containsExactly("1, Oslo", "2, NULL");
    }

    @Test
    default void lastOfTwoUpsertsOfOneRowWins() {
        city();
        apply(upsert("city", "id", row("id", 1, "name", "first"), row("id", 1, "name", "second")));
        assertThat(rows("select id, name from city")).containsExactly("1, second");
    }

    @Test
    default void upsertGoesByACompositeKey() {
        apply(createTable(table("line", column("a", integer()), column("b", integer()), column("c", text()))
                .withPrimaryKey(primaryKey("a", "b"))));
        UpsertRows upsert = new UpsertRows(
                named("line"), List.of(row("a", 1, "b", 1, "c", "x"), row("a", 1, "b", 2, "c", "y")), names("a", "b"));
        apply(upsert);
        apply(upsert, update("line", row("c", "z"), "b = 2"));
        assertThat(rows("select a, b, c from line order by b")).containsExactly("1, 1, x", "1, 2, z");
    }

    @Test
    default void updateChangesTheRowsThatItNames() {
        city();
        apply(insert("city", row("id", 1, "name", "Oslo", "size", 7), row("id", 2, "name", "Rome", "size", null)));
        apply(update(
                "city", row("size", expression("coalesce(size, 0) + 1"), "name", "it's"), "size is null or size > 7"));
        apply(update("city", row("size", expression("size * 10")), null));
        assertThat(rows("select id, name, size from city order by id")).containsExactly("1, Oslo, 70", "2, it's, 10");
    }

    @Test
    default void updateSwapsColumns() {
        apply(
                createTable("pair", column("a", integer()), column("b", integer())),
                insert("pair", row("a", 1, "b", 2)),
                update("pair", row("a", expression("b"), "b", expression("a")), null));
        assertThat(rows("select a, b from pair")).containsExactly("2, 1");
    }

    @Test
    default void deleteTakesTheRowsThatItNames() {
        city();
        apply(insert("city", row("id", 1, "name", "a"), row("id", 2, "name", "it's"), row("id", 3)));
        apply(delete("city", "name = 'it''s' or name is null"));
        assertThat(rows("select id from city")).containsExactly("1");
        apply(delete("city", null));
        assertThat(rows("select id from city")).isEmpty();
    }

    @Test
    default void rowsOfATableThatTheSameStepMakes() {
        apply(
                createTable("city", identity("id"), column("flag", bool()), column("at", timestamptz())),
                insert("city", row("flag", true, "at", "2024-02-29T12:00:00+02:00")),
                addColumn("city", column("size", decimal(10, 2))),
                update("city", row("size", number("1.5")), "flag = true"));
        assertThat(rows("select id, flag, at, size from city", bigint(), bool(), timestamptz(), decimal(10, 2)))
                .containsExactly("1, true, 2024-02-29T10:00:00Z, 1.50");
    }

    @Test
    default void manyLongTextsGoInTogether() {
        apply(createTable("page", key("id"), column("words", text())));
        Row[] pages = new Row[12];
        for (int i = 0; i < pages.length; i++) {
            pages[i] = row("id", i, "words", "ä'".repeat(50_000) + i);
        }
        apply(insert("page", pages));
        assertThat(rows("select count(*), min(length(words)), max(length(words)) from page"))
                .containsExactly("12, 100001, 100002");
    }
}
