package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.operation.CreateIndex;
import io.godwit.operation.DropIndex;
import io.godwit.schema.Index;
import io.godwit.schema.IndexColumn;
import io.godwit.schema.Name;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Indexes on columns: made, found again, renamed and dropped by name. */
public interface IndexContract extends DialectContract {

    private void city() {
        apply(
                createTable("city", key("id"), column("name", varchar(80)), column("size", integer())),
                insert("city", row("id", 1, "name", "Oslo", "size", 7), row("id", 2, "name", "Rome", "size", 9)));
    }

    @Test
    default void plainIndexKeepsItsColumnsInOrder() {
        city();
        apply(createIndex("city", "size", "name"));
        Index index = introspect("city").indexes().get(0);
        assertThat(index.columns()).extracting(IndexColumn::name).isEqualTo(names("size", "name"));
        assertThat(index.unique()).isFalse();
        assertThat(rows("select name from city where size = 9")).containsExactly("Rome");
    }

    @Test
    default void uniqueIndexKeepsRowsApartButNeverNulls() {
        city();
        apply(createIndex("city", index("name").withUnique(true)));
        violated(insert("city", row("id", 3, "name", "Oslo")));
        apply(insert("city", row("id", 3, "name", null), row("id", 4, "name", null)));
        assertThat(introspect("city").indexes().get(0).unique()).isTrue();
        assertThat(introspect("city").uniques()).isEmpty();
    }

    @Test
    default void uniqueIndexIsNotMadeOverRowsThatBreakIt() {
        city();
        apply(update("city", row("name", "Oslo"), null));
        rejected(createIndex("city", index("name").withUnique(true)));
    }

    @Test
    default void descendingPartsAreKept() {
        city();
        apply(createIndex("city", index("name").withColumns(List.of(descending("size"), IndexColumn.of("name")))));
        assertThat(introspect("city").indexes().get(0).columns())
                .extracting(IndexColumn::descending)
                .containsExactly(true, false);
    }

    @Test
    default void nullsMayStandFirstOrLast() {
        city();
        apply(createIndex(
                "city",
                index("name")
                        .withColumns(List.of(
                                new IndexColumn(Name.of("size"), null, true, false),
                                new IndexColumn(Name.of("name"), null, false, true)))));
        assertThat(introspect("city").indexes()).hasSize(1);
    }

    @Test
    default void indexIsDroppedByItsName() {
        city();
        apply(createIndex("city", "name"), createIndex("city", index("size").withName(Name.of("by size"))));
        apply(dropIndex("city", "ix_city_name"));
        assertThat(introspect("city").indexes()).extracting(Index::name).containsExactly(Name.of("by size"));
        apply(dropIndex("city", "by size"));
        assertThat(introspect("city").indexes()).isEmpty();
    }

    @Test
    default void indexThatIsNotThereIsAnErrorUnlessIfExistsIsSaid() {
        city();
        rejected(dropIndex("city", "ix_city_name"));
        apply(new DropIndex(named("city"), Name.of("ix_city_name"), true, false));
    }

    @Test
    default void indexThatIsThereIsAnErrorUnlessIfNotExistsIsSaid() {
        city();
        apply(createIndex("city", "name"));
        rejected(createIndex("city", "name"));
        bench().apply(new CreateIndex(named("city"), index("name"), false, true));
        bench().expectAnything();
        assertThat(introspect("city").indexes()).hasSize(1);
    }

    @Test
    default void renamedIndexIsTheSameIndex() {
        city();
        apply(createIndex("city", index("name").withUnique(true).withName(Name.of("by_name"))));
        apply(renameIndex("city", "by_name", "by \"name\""));
        assertThat(introspect("city").indexes()).extracting(Index::name).containsExactly(Name.of("by \"name\""));
        violated(insert("city", row("id", 3, "name", "Oslo")));
        apply(dropIndex("city", "by \"name\""));
        assertThat(introspect("city").indexes()).isEmpty();
    }

    @Test
    default void indexesOfTwoTablesMayCoverTheSameColumns() {
        city();
        apply(createTable("lake", key("id"), column("name", varchar(80))));
        apply(createIndex("city", "name"), createIndex("lake", "name"));
        apply(dropIndex("lake", "ix_lake_name"));
        assertThat(introspect("city").indexes()).hasSize(1);
    }

    @Test
    default void indexComesWithItsTable() {
        apply(createTable(table("city", key("id"), column("name", text())).withIndexes(List.of(index("name")))));
        assertThat(introspect("city").indexes()).extracting(Index::name).containsExactly(Name.of("ix_city_name"));
    }
}
