package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Columns that come, go and change their names. */
public interface ColumnContract extends DialectContract {

    @Test
    default void addedColumnIsNullInTheRowsThatAreThere() {
        apply(createTable("city", key("id"), column("name", text())), insert("city", row("id", 1, "name", "Oslo")));
        apply(addColumn("city", column("country", varchar(40))));
        assertThat(rows("select id, name, country from city")).containsExactly("1, Oslo, NULL");
    }

    @Test
    default void addedColumnWithADefaultFillsTheRowsThatAreThere() {
        apply(createTable("city", key("id")), insert("city", row("id", 1), row("id", 2)));
        apply(addColumn(
                "city",
                column("country", varchar(40)).withDefaultValue(value("Norway")).notNull()));
        assertThat(rows("select id, country from city order by id")).containsExactly("1, Norway", "2, Norway");
    }

    @Test
    default void droppedColumnIsGoneAndTheOthersKeepTheirValues() {
        apply(
                createTable("city", key("id"), column("name", text()), column("size", integer())),
                insert("city", row("id", 1, "name", "Oslo", "size", 7)));
        apply(dropColumn("city", "name"));
        assertThat(rows("select * from city")).containsExactly("1, 7");
    }

    @Test
    default void renamedColumnKeepsItsValues() {
        apply(createTable("city", key("id"), column("name", text())), insert("city", row("id", 1, "name", "Oslo")));
        apply(renameColumn("city", "name", "title"));
        assertThat(rows("select title from city")).containsExactly("Oslo");
    }
}
