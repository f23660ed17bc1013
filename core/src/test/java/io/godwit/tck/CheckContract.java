package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Conditions that rows must keep. */
public interface CheckContract extends DialectContract {

    @Test
    default void rowThatBreaksTheConditionIsRefused() {
        apply(createTable("item", key("id"), column("price", integer()).withCheck(expression("price > 0"))));
        violated(insert("item", row("id", 1, "price", 0)));
        apply(insert("item", row("id", 1, "price", 1)));
        violated(update("item", row("price", -1), null));
    }

    @Test
    default void conditionThatIsNullPasses() {
        apply(createTable("item", key("id"), column("price", integer()).withCheck(expression("price > 0"))));
        apply(insert("item", row("id", 1, "price", null)));
        assertThat(rows("select id from item")).containsExactly("1");
    }

    @Test
    default void conditionMayNameSeveralColumns() {
        apply(createTable(table("span", key("id"), column("low", integer()), column("high", integer()))
                .withChecks(List.of(check("low_before_high", "low <= high")))));
        violated(insert("span", row("id", 1, "low", 2, "high", 1)));
        apply(insert("span", row("id", 1, "low", 1, "high", 1)));
    }

    @Test
    default void conditionMayBeABooleanColumnOrAChoice() {
        apply(createTable(table("item", key("id"), column("fresh", bool()), column("price", integer()))
                .withChecks(List.of(
                        check("item_fresh", "fresh"),
                        check("item_price", "case when price > 9 then fresh else price > 0 end")))));
        violated(insert("item", row("id", 1, "fresh", false, "price", 1)));
        violated(insert("item", row("id", 1, "fresh", true, "price", 0)));
        apply(insert("item", row("id", 1, "fresh", true, "price", 10)));
    }

    @Test
    default void conditionOnTexts() {
        apply(createTable(table("item", key("id"), column("state", varchar(20)))
                .withChecks(List.of(check("state in ('new', 'it''s done') and length(state) > 2")))));
        violated(insert("item", row("id", 1, "state", "old")));
        apply(insert("item", row("id", 1, "state", "it's done")));
    }

    @Test
    default void conditionIsAddedToRowsThatKeepIt() {
        apply(createTable("item", key("id"), column("price", integer())), insert("item", row("id", 1, "price", 1)));
        apply(addCheck("item", check("price > 0")));
        violated(insert("item", row("id", 2, "price", 0)));
    }

    @Test
    default void conditionIsNotAddedToRowsThatBreakIt() {
        apply(createTable("item", key("id"), column("price", integer())), insert("item", row("id", 1, "price", 0)));
        rejected(addCheck("item", check("price > 0")));
    }

    @Test
    default void conditionIsDroppedByItsName() {
        apply(
                createTable("item", key("id"), column("price", integer()).withCheck(expression("price > 0"))),
                addCheck("item", check("cheap", "price < 100")));
        apply(dropConstraint("item", "cheap"), dropConstraint("item", "ck_item_price"));
        apply(insert("item", row("id", 1, "price", 0), row("id", 2, "price", 1000)));
        assertThat(introspect("item").checks()).isEmpty();
    }

    @Test
    default void constraintThatIsNotThereIsNotDropped() {
        apply(createTable("item", key("id"), column("price", integer())));
        rejected(dropConstraint("item", "ck_item_price"));
    }
}
