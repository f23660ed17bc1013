package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.dialect.Feature;
import io.godwit.operation.DropView;
import io.godwit.schema.View;
import org.junit.jupiter.api.Test;

/** Views, materialized ones too. */
public interface ViewContract extends DialectContract {

    private void city() {
        apply(
                createTable("city", key("id"), column("name", text()), column("size", integer())),
                insert("city", row("id", 1, "name", "Oslo", "size", 7), row("id", 2, "name", "Rome", "size", 9)));
    }

    @Test
    default void viewShowsWhatItsTableHas() {
        city();
        apply(createView("big_city", "select id, name from city where size > 8"));
        assertThat(rows("select name from big_city")).containsExactly("Rome");
        apply(update("city", row("size", 10), null));
        assertThat(rows("select name from big_city order by id")).containsExactly("Oslo", "Rome");
        assertThat(introspect().views()).containsKey(named("big_city"));
        assertThat(introspect().tables()).doesNotContainKey(named("big_city"));
    }

    @Test
    default void viewShowsAnotherView() {
        city();
        apply(
                createView("big_city", "select id, name from city where size > 8"),
                createView("big_name", "select upper(name) as name from big_city"));
        assertThat(rows("select name from big_name")).containsExactly("ROME");
    }

    @Test
    default void viewIsOrderedByWhatItCountsUnderItsName() {
        city();
        apply(
                createView(
                        "sums",
                        "select name || '!' as loud, sum(size) as total from city group by name || '!'"
                                + " order by total desc, loud"),
                createView("counts", "select size, count(*) from city group by 1 order by count desc, size"));
        assertThat(rows("select loud from sums order by total")).containsExactly("Oslo!", "Rome!");
        assertThat(rows("select size from counts order by size")).containsExactly("7", "9");
        assertThat(rows("select name as called, max(size) as most from city group by called order by most"))
                .containsExactly("Oslo, 7", "Rome, 9");
    }

    @Test
    default void replacedViewShowsTheNewQuery() {
        city();
        apply(createView("v", "select id, name from city where size > 8"));
        apply(replaceView("v", "select id, name from city where size < 8"));
        assertThat(rows("select name from v")).containsExactly("Oslo");
        apply(replaceView("w", "select id from city"));
        assertThat(rows("select count(*) from w")).containsExactly("2");
    }

    @Test
    default void replacedViewMayHaveOtherColumns() {
        city();
        apply(createView("v", "select id, name from city"));
        apply(replaceView("v", "select name as title from city where id = 1"));
        assertThat(rows("select title from v")).containsExactly("Oslo");
    }

    @Test
    default void viewThatIsThereIsNotMadeTwice() {
        city();
        apply(createView("v", "select id from city"));
        rejected(createView("v", "select name from city"));
        rejected(createTable("v", key("id")));
    }

    @Test
    default void droppedViewIsGone() {
        city();
        apply(createView("v", "select id from city"));
        apply(dropView("v"));
        assertThat(introspect().views()).isEmpty();
        rejected(dropView("v"));
        apply(new DropView(named("v"), true));
    }

    @Test
    default void materializedViewShowsItsRowsUntilItIsRefreshed() {
        city();
        apply(createMaterializedView("total", "select sum(size) as size from city"));
        assertThat(rows("select size from total")).containsExactly("16");
        apply(update("city", row("size", 1), null));
        whenSupported(
                Feature.MATERIALIZED_VIEWS,
                () -> {
                    assertThat(rows("select size from total")).containsExactly("16");
                    assertThat(introspect().view(named("total")))
                            .map(View::materialized)
                            .contains(true);
                },
                () -> assertThat(rows("select size from total")).isSubsetOf("16", "2"));
        apply(refreshView("total"));
        assertThat(rows("select size from total")).containsExactly("2");
    }

    @Test
    default void materializedViewIsDropped() {
        city();
        apply(createMaterializedView("total", "select sum(size) as size from city"));
        apply(dropView("total"));
        assertThat(introspect().views()).isEmpty();
        assertThat(introspect().tables()).containsOnlyKeys(named("city"));
        apply(createMaterializedView("total", "select count(*) as size from city"));
        assertThat(rows("select size from total")).containsExactly("2");
    }

    @Test
    default void viewFollowsItsRenamedTable() {
        city();
        apply(createView("v", "select id, name || '!' as loud from city where name is not null"));
        apply(renameTable("city", "town"));
        assertThat(rows("select loud from v order by id")).containsExactly("Oslo!", "Rome!");
    }

    @Test
    default void viewOfTheSameStepFollowsItsRenamedTable() {
        city();
        apply(
                createView("v", "select id, name || '!' as loud from city where name is not null"),
                createMaterializedView("m", "select count(*) as n from city"),
                renameTable("city", "town"));
        assertThat(rows("select loud from v order by id")).containsExactly("Oslo!", "Rome!");
        apply(insert("town", row("id", 3)), refreshView("m"));
        assertThat(rows("select n from m")).containsExactly("3");
    }

    @Test
    default void viewFollowsATableThatIsRenamedTwiceInOneStep() {
        city();
        apply(
                createView("v", "select city.id, name || '!' as loud from city where city.name is not null"),
                renameTable("city", "town"),
                renameTable("town", "big town"));
        assertThat(rows("select loud from v order by id")).containsExactly("Oslo!", "Rome!");
    }

    @Test
    default void tableAndColumnCalledLikeWordsOfSqlAreRenamedAlone() {
        apply(
                createTable("select", key("id"), column("end", integer())),
                createTable("city", key("id"), column("name", text())),
                insert("select", row("id", 1, "end", 7)),
                insert("city", row("id", 2, "name", "Bergen")));
        apply(
                createView("ends", "select id, case when id = 1 then \"end\" else 0 end as n from \"select\""),
                createView("names", "select case when id = 2 then name end as n from city order by id"));
        apply(renameTable("select", "chosen"));
        apply(renameColumn("chosen", "end", "stop"));
        assertThat(rows("select n from ends")).containsExactly("7");
        assertThat(rows("select n from names")).containsExactly("Bergen");
    }

    @Test
    default void columnTypeChangesWhileTheViewThatShowsItIsAway() {
        city();
        apply(createView("v", "select id, size from city"));
        apply(dropView("v"), changeType("city", "size", bigint()), createView("v", "select id, size from city"));
        apply(insert("city", row("id", 3, "size", 3_000_000_000L)));
        assertThat(rows("select size from v order by id")).containsExactly("7", "9", "3000000000");
    }

    @Test
    default void columnThatAViewShowsIsNotDropped() {
        city();
        apply(createView("v", "select id, size from city"));
        rejected(dropColumn("city", "size"));
        assertThat(rows("select size from v order by id")).containsExactly("7", "9");
    }
}
