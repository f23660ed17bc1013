package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Primary keys and unique constraints. */
public interface KeyContract extends DialectContract {

    @Test
    default void primaryKeyKeepsRowsApart() {
        apply(createTable("city", key("id")), insert("city", row("id", 1)));
        violated(insert("city", row("id", 1)));
    }

    @Test
    default void compositePrimaryKeyKeepsItsOrder() {
        apply(createTable(table("line", column("a", integer()), column("b", integer()), column("c", text()))
                .withPrimaryKey(primaryKey("b", "a"))));
        apply(insert("line", row("a", 1, "b", 1), row("a", 1, "b", 2), row("a", 2, "b", 1)));
        violated(insert("line", row("a", 2, "b", 1)));
        violated(insert("line", row("a", null, "b", 1)));
        assertThat(introspect("line").primaryKey())
                .isNotNull()
                .satisfies(key -> assertThat(key.columns()).isEqualTo(names("b", "a")));
    }

    @Test
    default void primaryKeyIsAddedToRowsThatKeepIt() {
        apply(
                createTable("city", column("id", bigint()), column("name", text())),
                insert("city", row("id", 1), row("id", 2)));
        apply(addPrimaryKey("city", "id"));
        violated(insert("city", row("id", 2)));
        violated(insert("city", row("id", null)));
    }

    @Test
    default void primaryKeyIsNotAddedToRowsThatBreakIt() {
        apply(
                createTable("city", column("id", bigint()), column("name", text())),
                insert("city", row("id", 1), row("id", 1)));
        rejected(addPrimaryKey("city", "id"));
        assertThat(rows("select id from city")).containsExactly("1", "1");
    }

    @Test
    default void droppedPrimaryKeyLetsRowsBeAlike() {
        apply(createTable("city", key("id"), column("name", text())), insert("city", row("id", 1)));
        apply(dropPrimaryKey("city"));
        apply(insert("city", row("id", 1)));
        assertThat(introspect("city").primaryKey()).isNull();
        assertThat(rows("select id from city")).containsExactly("1", "1");
    }

    @Test
    default void primaryKeyIsReplaced() {
        apply(
                createTable("city", key("id"), column("code", varchar(8)).notNull()),
                insert("city", row("id", 1, "code", "a"), row("id", 2, "code", "b")));
        apply(dropPrimaryKey("city"), addPrimaryKey("city", "code"));
        apply(insert("city", row("id", 1, "code", "c")));
        violated(insert("city", row("id", 9, "code", "c")));
    }

    @Test
    default void uniqueKeepsValuesApartButNeverNulls() {
        apply(createTable("city", key("id"), column("code", varchar(8)).withUnique(true)));
        apply(insert("city", row("id", 1, "code", null), row("id", 2, "code", null), row("id", 3, "code", "x")));
        violated(insert("city", row("id", 4, "code", "x")));
    }

    @Test
    default void compositeUniqueLetsRowsWithANullBe() {
        apply(
                createTable("city", key("id"), column("a", integer()), column("b", integer())),
                addUnique("city", "a", "b"),
                insert("city", row("id", 1, "a", 1, "b", null), row("id", 2, "a", 1, "b", null)),
                insert("city", row("id", 3, "a", 1, "b", 1), row("id", 4, "a", 2, "b", 1)));
        violated(insert("city", row("id", 5, "a", 1, "b", 1)));
    }

    @Test
    default void uniqueIsNotAddedToRowsThatBreakIt() {
        apply(
                createTable("city", key("id"), column("code", varchar(8))),
                insert("city", row("id", 1, "code", "x"), row("id", 2, "code", "x")));
        rejected(addUnique("city", "code"));
    }

    @Test
    default void uniqueIsDroppedByItsName() {
        apply(
                createTable("city", key("id"), column("code", varchar(8)).withUnique(true)),
                insert("city", row("id", 1, "code", "x")));
        apply(dropConstraint("city", "uq_city_code"));
        apply(insert("city", row("id", 2, "code", "x")));
        assertThat(introspect("city").uniques()).isEmpty();
        assertThat(rows("select code from city")).containsExactly("x", "x");
    }
}
