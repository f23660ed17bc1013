package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.operation.AddColumn;
import io.godwit.operation.DropColumn;
import io.godwit.schema.Name;
import io.godwit.schema.ReferentialAction;
import org.junit.jupiter.api.Test;

/** Columns that come and go. */
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
    default void addedColumnWithANowDefaultFillsTheRowsThatAreThere() {
        apply(createTable("city", key("id")), insert("city", row("id", 1)));
        apply(addColumn(
                "city",
                column("seen_at", timestamptz())
                        .withDefaultValue(expression("now()"))
                        .notNull()));
        assertThat(rows("select count(*) from city where seen_at is not null")).containsExactly("1");
    }

    @Test
    default void addedNotNullColumnWithoutADefaultIsRejectedWhereThereAreRows() {
        apply(createTable("city", key("id")), insert("city", row("id", 1)));
        rejected(addColumn("city", column("country", varchar(40)).notNull()));
        assertThat(rows("select id from city")).containsExactly("1");
    }

    @Test
    default void addedNotNullColumnWithoutADefaultIsTakenByAnEmptyTable() {
        apply(createTable("city", key("id")));
        apply(addColumn("city", column("country", varchar(40)).notNull()));
        violated(insert("city", row("id", 1)));
    }

    @Test
    default void addedColumnBringsItsOwnConstraints() {
        apply(
                createTable("country", key("id")),
                createTable("city", key("id")),
                insert("country", row("id", 1)),
                insert("city", row("id", 1), row("id", 2)));
        apply(
                addColumn("city", column("code", varchar(8)).withUnique(true)),
                addColumn("city", column("size", integer()).withCheck(expression("size > 0"))),
                addColumn(
                        "city",
                        column("country_id", bigint())
                                .withReferences(references("country", "id", ReferentialAction.SET_NULL))));
        violated(update("city", row("code", "X"), null));
        violated(update("city", row("size", 0), null));
        violated(update("city", row("country_id", 7), null));
        apply(update("city", row("country_id", 1, "size", 5), null), delete("country", null));
        assertThat(rows("select id, country_id, size from city order by id"))
                .containsExactly("1, NULL, 5", "2, NULL, 5");
    }

    @Test
    default void addedColumnThatIsThereAlreadyIsLeftAsItIs() {
        apply(createTable("city", key("id"), column("name", text())), insert("city", row("id", 1, "name", "Oslo")));
        apply(new AddColumn(named("city"), column("name", text()), true));
        apply(new AddColumn(named("city"), column("size", integer()), true));
        assertThat(rows("select id, name, size from city")).containsExactly("1, Oslo, NULL");
    }

    @Test
    default void addedColumnThatIsThereAlreadyIsAnErrorWithoutIfNotExists() {
        apply(createTable("city", key("id"), column("name", text())));
        rejected(addColumn("city", column("name", text())));
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
    default void droppedColumnTakesItsIndexesAndConstraintsWithIt() {
        apply(
                createTable(table(
                        "city",
                        key("id"),
                        column("name", text()),
                        column("code", varchar(8)).withUnique(true),
                        column("size", integer()).withCheck(expression("size > 0")))),
                createIndex("city", "name", "code"),
                createIndex("city", "name"),
                insert("city", row("id", 1, "name", "Oslo", "code", "O", "size", 7)));
        apply(dropColumn("city", "code"), dropColumn("city", "size"));
        assertThat(introspect("city").indexes()).hasSize(1);
        assertThat(rows("select * from city")).containsExactly("1, Oslo");
    }

    @Test
    default void droppedColumnTakesItsForeignKeyWithIt() {
        apply(createTable("country", key("id")), createTable(table("city", key("id"), column("country_id", bigint()))));
        apply(addForeignKey("city", foreignKey("country_id", "country", "id")));
        apply(dropColumn("city", "country_id"));
        apply(dropTable("country"));
        assertThat(introspect("city").foreignKeys()).isEmpty();
    }

    @Test
    default void droppedColumnOfACompositeKeyTakesTheKeyWithIt() {
        apply(createTable(table("line", column("a", integer()), column("b", integer()), column("c", text()))
                .withPrimaryKey(primaryKey("a", "b"))));
        apply(dropColumn("line", "b"));
        apply(insert("line", row("a", 1), row("a", 1)));
        assertThat(rows("select a, c from line")).containsExactly("1, NULL", "1, NULL");
    }

    @Test
    default void columnThatAnotherTableRefersToIsNotDropped() {
        apply(
                createTable(
                        "country",
                        key("id"),
                        column("code", varchar(2)).notNull().withUnique(true)),
                createTable("city", key("id"), column("code", varchar(2))),
                addForeignKey("city", foreignKey("code", "country", "code")));
        rejected(dropColumn("country", "code"));
    }

    @Test
    default void droppedColumnThatIsNotThereIsAnErrorUnlessIfExistsIsSaid() {
        apply(createTable("city", key("id"), column("name", text())));
        rejected(dropColumn("city", "size"));
        apply(new DropColumn(named("city"), Name.of("size"), true));
        apply(new DropColumn(named("city"), Name.of("name"), true));
        assertThat(introspect("city").columns()).hasSize(1);
    }
}
