package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** NOT NULL that comes and goes. */
public interface NullabilityContract extends DialectContract {

    @Test
    default void setNotNullIsEnforced() {
        apply(createTable("city", key("id"), column("name", text())));
        apply(setNotNull("city", "name"));
        assertThat(introspect("city", "name").nullable()).isFalse();
        violated(insert("city", row("id", 1, "name", null)));
        violated(insert("city", row("id", 1)));
    }

    @Test
    default void setNotNullFailsWhereThereIsANull() {
        apply(createTable("city", key("id"), column("name", text())), insert("city", row("id", 1, "name", null)));
        rejected(setNotNull("city", "name"));
        assertThat(rows("select id, name from city")).containsExactly("1, NULL");
    }

    @Test
    default void backfillReplacesNullAndNothingElse() {
        apply(
                createTable("city", key("id"), column("name", text())),
                insert("city", row("id", 1, "name", null), row("id", 2, "name", ""), row("id", 3, "name", "Oslo")));
        apply(setNotNull("city", "name", "it's \"new\""));
        assertThat(rows("select id, name from city order by id")).containsExactly("1, it's \"new\"", "2, ", "3, Oslo");
    }

    @Test
    default void backfillMayBeAnExpressionOfTheRow() {
        apply(
                createTable("city", key("id"), column("name", text()), column("title", text())),
                insert(
                        "city",
                        row("id", 1, "name", "Oslo", "title", null),
                        row("id", 2, "name", "Rome", "title", "R")));
        apply(setNotNull("city", "title", expression("upper(name)")));
        assertThat(rows("select title from city order by id")).containsExactly("OSLO", "R");
    }

    @Test
    default void backfillReachesAColumnOfTheSameStep() {
        apply(
                createTable("city", key("id"), column("name", varchar(20))),
                insert("city", row("id", 1, "name", "Oslo")));
        apply(
                changeType("city", "name", varchar(40)),
                addColumn("city", column("build", varchar(20))),
                setNotNull("city", "build", "unknown"));
        assertThat(rows("select name, build from city")).containsExactly("Oslo, unknown");
        violated(insert("city", row("id", 2, "build", null)));
    }

    @Test
    default void setNotNullTwiceIsOnce() {
        apply(createTable("city", key("id"), column("name", text()).notNull()));
        apply(setNotNull("city", "name"));
        violated(insert("city", row("id", 1)));
    }

    @Test
    default void dropNotNullAllowsNull() {
        apply(
                createTable("city", key("id"), column("name", text()).notNull()),
                insert("city", row("id", 1, "name", "Oslo")));
        apply(dropNotNull("city", "name"));
        apply(insert("city", row("id", 2, "name", null)));
        assertThat(rows("select name from city order by id")).containsExactly("Oslo", "NULL");
    }

    @Test
    default void primaryKeyIsNeverNull() {
        apply(createTable(table("code", column("code", varchar(8)), column("n", integer()))
                .withPrimaryKey(primaryKey("code"))));
        assertThat(introspect("code", "code").nullable()).isFalse();
        violated(insert("code", row("code", null, "n", 1)));
    }
}
