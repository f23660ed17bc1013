package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Comments on tables and columns: kept in the catalog, or in the table's own text. */
public interface CommentContract extends DialectContract {

    String HOSTILE = "it's a \"comment\" -- with */ and \\ 😀\nand a second line";

    @Test
    default void commentsComeWithTheTable() {
        apply(createTable(table("city", key("id"), column("name", text()).withComment(HOSTILE))
                .withComment(HOSTILE)));
        assertThat(introspect("city").comment()).isEqualTo(HOSTILE);
        assertThat(introspect("city", "name").comment()).isEqualTo(HOSTILE);
    }

    @Test
    default void commentsAreSetReplacedAndTakenAway() {
        apply(createTable("city", key("id"), column("name", text())), insert("city", row("id", 1, "name", "Oslo")));
        apply(comment("city", null, "first"), comment("city", "name", "second"));
        assertThat(introspect("city").comment()).isEqualTo("first");
        apply(comment("city", null, HOSTILE), comment("city", "name", null));
        assertThat(introspect("city").comment()).isEqualTo(HOSTILE);
        assertThat(introspect("city", "name").comment()).isNull();
        assertThat(rows("select name from city")).containsExactly("Oslo");
    }

    @Test
    default void commentsSurviveLaterChanges() {
        apply(createTable(table("city", key("id"), column("name", text()).withComment("the name"))
                .withComment("cities")));
        apply(
                addColumn("city", column("size", integer()).withComment("people")),
                changeType("city", "name", varchar(90)));
        apply(renameColumn("city", "name", "title"), setNotNull("city", "title"));
        assertThat(introspect("city").comment()).isEqualTo("cities");
        assertThat(introspect("city", "title").comment()).isEqualTo("the name");
        assertThat(introspect("city", "size").comment()).isEqualTo("people");
    }
}
