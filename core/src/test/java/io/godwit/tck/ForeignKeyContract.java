package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.dialect.Feature;
import io.godwit.schema.ReferentialAction;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Foreign keys, with each of their actions. */
public interface ForeignKeyContract extends DialectContract {

    private void parentAndChild(ReferentialAction onDelete, ReferentialAction onUpdate) {
        apply(
                createTable("parent", key("id"), column("name", text())),
                createTable("child", key("id"), column("parent_id", bigint()).withDefaultValue(value(9))),
                addForeignKey("child", foreignKey(names("parent_id"), "parent", names("id"), onDelete, onUpdate)),
                insert("parent", row("id", 1), row("id", 2), row("id", 9)),
                insert("child", row("id", 10, "parent_id", 1), row("id", 20, "parent_id", 2)));
    }

    @Test
    default void rowWithoutAParentIsRefused() {
        parentAndChild(ReferentialAction.NO_ACTION, ReferentialAction.NO_ACTION);
        violated(insert("child", row("id", 30, "parent_id", 3)));
        apply(insert("child", row("id", 30, "parent_id", null)));
    }

    @ParameterizedTest
    @EnumSource(
            value = ReferentialAction.class,
            names = {"NO_ACTION", "RESTRICT"})
    default void parentWithChildrenStays(ReferentialAction action) {
        parentAndChild(action, action);
        violated(delete("parent", "id = 1"));
        violated(update("parent", row("id", 5), "id = 1"));
        apply(delete("child", "id = 10"), delete("parent", "id = 1"));
        assertThat(rows("select id from parent order by id")).containsExactly("2", "9");
    }

    @Test
    default void cascadeFollowsTheParent() {
        parentAndChild(ReferentialAction.CASCADE, ReferentialAction.CASCADE);
        apply(delete("parent", "id = 1"), update("parent", row("id", 7), "id = 2"));
        assertThat(rows("select id, parent_id from child")).containsExactly("20, 7");
    }

    @Test
    default void setNullForgetsTheParent() {
        parentAndChild(ReferentialAction.SET_NULL, ReferentialAction.SET_NULL);
        apply(delete("parent", "id = 1"), update("parent", row("id", 7), "id = 2"));
        assertThat(rows("select id, parent_id from child order by id")).containsExactly("10, NULL", "20, NULL");
    }

    @Test
    default void setDefaultTakesTheDefaultParent() {
        whenSupported(
                Feature.SET_DEFAULT,
                () -> {
                    parentAndChild(ReferentialAction.SET_DEFAULT, ReferentialAction.NO_ACTION);
                    apply(delete("parent", "id = 1"));
                    assertThat(rows("select id, parent_id from child order by id"))
                            .containsExactly("10, 9", "20, 2");
                    violated(update("parent", row("id", 7), "id = 2"));
                },
                () -> {
                    apply(createTable("node", key("id"), column("parent_id", bigint())));
                    refused(addForeignKey(
                            "node", foreignKey("parent_id", "node", "id", ReferentialAction.SET_DEFAULT)));
                });
    }

    @Test
    default void tableRefersToItself() {
        ReferentialAction action =
                dialect().supports(Feature.CASCADE_PATHS) ? ReferentialAction.CASCADE : ReferentialAction.NO_ACTION;
        apply(
                createTable(table("node", key("id"), column("parent_id", bigint()))
                        .withForeignKeys(List.of(foreignKey("parent_id", "node", "id", action)))),
                insert(
                        "node",
                        row("id", 1, "parent_id", null),
                        row("id", 2, "parent_id", 1),
                        row("id", 3, "parent_id", 2)));
        violated(insert("node", row("id", 4, "parent_id", 9)));
        whenSupported(Feature.CASCADE_PATHS, () -> apply(delete("node", "id = 1")), () -> {
            violated(delete("node", "id = 1"));
            apply(delete("node", null));
        });
        assertThat(rows("select id from node")).isEmpty();
    }

    @Test
    default void keysActInACircleOrAreRefused() {
        apply(createTable("node", key("id"), column("parent_id", bigint())));
        whenSupported(
                Feature.CASCADE_PATHS,
                () -> apply(addForeignKey("node", foreignKey("parent_id", "node", "id", ReferentialAction.CASCADE))),
                () -> refused(addForeignKey("node", foreignKey("parent_id", "node", "id", ReferentialAction.CASCADE))));
    }

    @Test
    default void keysActOnOneTableBySeveralWaysOrAreRefused() {
        apply(
                createTable("house", key("id")),
                createTable("room", key("id"), column("house_id", bigint())),
                createTable("chair", key("id"), column("room_id", bigint()), column("house_id", bigint())),
                addForeignKey("room", foreignKey("house_id", "house", "id", ReferentialAction.CASCADE)),
                addForeignKey("chair", foreignKey("room_id", "room", "id", ReferentialAction.CASCADE)));
        whenSupported(
                Feature.CASCADE_PATHS,
                () -> {
                    apply(addForeignKey("chair", foreignKey("house_id", "house", "id", ReferentialAction.CASCADE)));
                    apply(
                            insert("house", row("id", 1)),
                            insert("room", row("id", 1, "house_id", 1)),
                            insert("chair", row("id", 1, "room_id", 1), row("id", 2, "house_id", 1)));
                    apply(delete("house", null));
                    assertThat(rows("select id from chair")).isEmpty();
                },
                () -> refused(
                        addForeignKey("chair", foreignKey("house_id", "house", "id", ReferentialAction.CASCADE))));
    }

    @Test
    default void compositeKeyRefersToACompositeKey() {
        apply(
                createTable(table("line", column("a", integer()), column("b", integer()))
                        .withPrimaryKey(primaryKey("a", "b"))),
                createTable(table("note", key("id"), column("x", integer()), column("y", integer()))
                        .withForeignKeys(List.of(foreignKey(
                                names("x", "y"),
                                "line",
                                names("a", "b"),
                                ReferentialAction.CASCADE,
                                ReferentialAction.NO_ACTION)))),
                insert("line", row("a", 1, "b", 2)),
                insert("note", row("id", 1, "x", 1, "y", 2), row("id", 2, "x", 7, "y", null)));
        violated(insert("note", row("id", 3, "x", 2, "y", 1)));
        apply(delete("line", null));
        assertThat(rows("select id from note")).containsExactly("2");
    }

    @Test
    default void keyRefersToAUniqueColumn() {
        apply(
                createTable(
                        "country",
                        key("id"),
                        column("code", varchar(2)).notNull().withUnique(true)),
                createTable(
                        "city",
                        key("id"),
                        column("country", varchar(2))
                                .withReferences(references("country", "code", ReferentialAction.CASCADE))));
        violated(insert("city", row("id", 1, "country", "no")));
        apply(insert("country", row("id", 1, "code", "no")), insert("city", row("id", 1, "country", "no")));
    }

    @Test
    default void keyIsNotAddedToRowsThatBreakIt() {
        apply(
                createTable("parent", key("id")),
                createTable("child", key("id"), column("parent_id", bigint())),
                insert("child", row("id", 1, "parent_id", 1)));
        rejected(addForeignKey("child", foreignKey("parent_id", "parent", "id")));
        assertThat(introspect("child").foreignKeys()).isEmpty();
    }

    @Test
    default void keyIsDroppedByItsName() {
        parentAndChild(ReferentialAction.NO_ACTION, ReferentialAction.NO_ACTION);
        apply(dropConstraint("child", "fk_child_parent_id"));
        apply(insert("child", row("id", 30, "parent_id", 3)));
        assertThat(introspect("child").foreignKeys()).isEmpty();
    }

    @Test
    default void tablesReferToEachOther() {
        apply(
                createTable("hen", key("id"), column("egg_id", bigint())),
                createTable("egg", key("id"), column("hen_id", bigint())),
                addForeignKey("hen", foreignKey("egg_id", "egg", "id")),
                addForeignKey("egg", foreignKey("hen_id", "hen", "id")),
                insert("hen", row("id", 1)),
                insert("egg", row("id", 1, "hen_id", 1)),
                update("hen", row("egg_id", 1), null));
        violated(delete("egg", null));
        violated(delete("hen", null));
    }
}
