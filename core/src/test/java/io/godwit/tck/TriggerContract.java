package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.schema.Trigger;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Row triggers that set columns. */
public interface TriggerContract extends DialectContract {

    private void city() {
        apply(createTable(
                "city",
                key("id"),
                column("name", text()),
                column("note", text()),
                column("version", integer()).withDefaultValue(value(0)),
                column("updated_at", timestamptz())));
    }

    @Test
    default void updateTouchesTheRowThatChangedAndNoOther() {
        city();
        apply(
                beforeUpdate("city_touch", "city", row("updated_at", expression("now()"))),
                insert("city", row("id", 1, "name", "Oslo"), row("id", 2, "name", "Rome")));
        apply(update("city", row("name", "Bergen"), "id = 1"));
        assertThat(rows("select id, name from city where updated_at is not null"))
                .containsExactly("1, Bergen");
    }

    @Test
    default void insertSetsColumnsOfTheNewRow() {
        city();
        apply(beforeInsert("city_new", "city", row("note", expression("upper(NEW.name)"), "version", 1)));
        apply(insert("city", row("id", 1, "name", "Oslo"), row("id", 2, "name", "Rome")));
        assertThat(rows("select note, version from city order by id")).containsExactly("OSLO, 1", "ROME, 1");
    }

    @Test
    default void updateSeesTheRowBefore() {
        city();
        apply(
                beforeUpdate(
                        "city_version",
                        "city",
                        row("version", expression("OLD.version + 1"), "note", expression("OLD.name"))),
                insert("city", row("id", 1, "name", "a")));
        apply(update("city", row("name", "b"), null));
        apply(update("city", row("name", "c"), null));
        assertThat(rows("select name, note, version from city")).containsExactly("c, b, 2");
    }

    @Test
    default void conditionChoosesTheRows() {
        city();
        apply(
                createTrigger(
                        "city_note",
                        "city",
                        Trigger.Timing.BEFORE,
                        Set.of(Trigger.Event.UPDATE),
                        row("note", "renamed"),
                        "OLD.name <> NEW.name"),
                insert("city", row("id", 1, "name", "a"), row("id", 2, "name", "b")));
        apply(update("city", row("name", "b"), null));
        assertThat(rows("select id, note from city order by id")).containsExactly("1, renamed", "2, NULL");
    }

    @Test
    default void oneTriggerServesTwoEvents() {
        city();
        apply(createTrigger(
                "city_note",
                "city",
                Trigger.Timing.BEFORE,
                EnumSet.of(Trigger.Event.INSERT, Trigger.Event.UPDATE),
                row("note", expression("lower(NEW.name)")),
                null));
        apply(insert("city", row("id", 1, "name", "OSLO")));
        assertThat(rows("select note from city")).containsExactly("oslo");
        apply(update("city", row("name", "ROME"), null));
        assertThat(rows("select note from city")).containsExactly("rome");
    }

    @Test
    default void twoTriggersOfOneTableBothFire() {
        city();
        apply(
                beforeUpdate("city_a", "city", row("note", "touched")),
                beforeUpdate("city_b", "city", row("version", expression("OLD.version + 1"))),
                insert("city", row("id", 1, "name", "a")));
        apply(update("city", row("name", "b"), null));
        assertThat(rows("select name, note, version from city")).containsExactly("b, touched, 1");
        assertThat(introspect("city").triggers().size()
                        + introspect("city").others().size())
                .isEqualTo(2);
    }

    @Test
    default void droppedTriggerFiresNoMore() {
        city();
        apply(
                beforeUpdate("city_a", "city", row("note", "touched")),
                beforeUpdate("city_b", "city", row("version", 7)),
                insert("city", row("id", 1, "name", "a")));
        apply(dropTrigger("city", "city_a"));
        apply(update("city", row("name", "b"), null));
        assertThat(rows("select note, version from city")).containsExactly("NULL, 7");
        rejected(dropTrigger("city", "city_a"));
    }

    /** An engine that rewrites the rows by an UPDATE of its own would change what nobody asked it to. */
    @Test
    default void changedTypeOfAColumnFiresNone() {
        city();
        apply(
                addColumn("city", column("code", varchar(9))),
                insert("city", row("id", 1, "name", "Oslo", "code", "7")),
                beforeUpdate("city_note", "city", row("note", "touched")));
        apply(changeType("city", "code", integer()));
        assertThat(rows("select code, note from city")).containsExactly("7, NULL");
        apply(update("city", row("name", "Bergen"), null));
        assertThat(rows("select name, note from city")).containsExactly("Bergen, touched");
    }

    @Test
    default void triggersOfTwoTablesKeepApart() {
        city();
        apply(createTable("lake", key("id"), column("note", text())));
        apply(
                beforeUpdate("touch_city", "city", row("note", "c")),
                beforeUpdate("touch_lake", "lake", row("note", "l")));
        apply(insert("city", row("id", 1)), insert("lake", row("id", 1)));
        apply(update("city", row("name", "x"), null), update("lake", row("id", 2), null));
        assertThat(rows("select note from city")).containsExactly("c");
        assertThat(rows("select note from lake")).containsExactly("l");
    }

    @Test
    default void triggerGoesWithItsTable() {
        city();
        apply(beforeUpdate("city_a", "city", row("note", "touched")));
        apply(dropTable("city"));
        city();
        apply(beforeUpdate("city_a", "city", row("note", "again")), insert("city", row("id", 1)));
        apply(update("city", row("name", "x"), null));
        assertThat(rows("select note from city")).containsExactly("again");
    }
}
