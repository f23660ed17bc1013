package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.dialect.Feature;
import io.godwit.schema.Check;
import io.godwit.schema.ForeignKey;
import io.godwit.schema.Index;
import io.godwit.schema.Name;
import io.godwit.schema.PrimaryKey;
import io.godwit.schema.Table;
import io.godwit.schema.UniqueKey;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The names that Godwit gives: the same on every engine, so that a later migration can drop by name. */
public interface ConstraintNameContract extends DialectContract {

    private Table everything(String table, String column) {
        apply(
                createTable("parent", key("id")),
                createTable(
                        table,
                        key("id"),
                        column(column, bigint()).withUnique(true).withCheck(expression("\"" + column + "\" > 0"))),
                addForeignKey(table, foreignKey(column, "parent", "id")),
                createIndex(table, column, "id"));
        return introspect(table);
    }

    @Test
    default void namesTellWhatTheyAre() {
        Table table = everything("child", "parent_id");
        PrimaryKey key = Objects.requireNonNull(table.primaryKey());
        assertThat(key.name()).hasToString("pk_child");
        assertThat(table.uniques()).extracting(UniqueKey::name).containsExactly(Name.of("uq_child_parent_id"));
        assertThat(table.foreignKeys()).extracting(ForeignKey::name).containsExactly(Name.of("fk_child_parent_id"));
        assertThat(table.checks()).extracting(Check::name).containsExactly(Name.of("ck_child_parent_id"));
        assertThat(table.indexes()).extracting(Index::name).containsExactly(Name.of("ix_child_parent_id_id"));
    }

    @Test
    default void longNamesAreHashedAndCanBeDropped() {
        String column = "a_column_with_a_name_that_leaves_no_room_for_more_than_itself";
        Table table = everything("child_of_a_rather_long_line_of_tables", column);
        for (Check check : table.checks()) {
            apply(dropConstraint("child_of_a_rather_long_line_of_tables", String.valueOf(check.name())));
        }
        for (UniqueKey unique : table.uniques()) {
            apply(dropConstraint("child_of_a_rather_long_line_of_tables", String.valueOf(unique.name())));
        }
        for (Index index : table.indexes()) {
            apply(dropIndex("child_of_a_rather_long_line_of_tables", String.valueOf(index.name())));
        }
        apply(insert("parent", row("id", -1)));
        apply(insert("child_of_a_rather_long_line_of_tables", row("id", 1, column, -1), row("id", 2, column, -1)));
        assertThat(introspect("child_of_a_rather_long_line_of_tables").indexes())
                .isEmpty();
    }

    @Test
    default void namesThatAreGivenAreKept() {
        apply(createTable(table("child", column("id", bigint()), column("code", varchar(20)))
                .withPrimaryKey(primaryKey("id").named(Name.of("the key")))
                .withUniques(List.of(unique("code").named(Name.of("the \"code\""))))
                .withChecks(List.of(check("not.empty", "code <> ''")))));
        Table table = introspect("child");
        whenSupported(
                Feature.PRIMARY_KEY_NAMES,
                () -> assertThat(Objects.requireNonNull(table.primaryKey()).name())
                        .hasToString("the key"),
                () -> assertThat(Objects.requireNonNull(table.primaryKey()).name())
                        .hasToString("pk_child"));
        apply(dropPrimaryKey("child"), dropConstraint("child", "the \"code\""), dropConstraint("child", "not.empty"));
        apply(insert("child", row("id", 1, "code", ""), row("id", 1, "code", "")));
    }
}
