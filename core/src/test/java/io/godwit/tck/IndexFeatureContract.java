package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.dialect.Feature;
import io.godwit.dialect.Statement;
import io.godwit.operation.CreateIndex;
import io.godwit.operation.DropIndex;
import io.godwit.schema.Index;
import io.godwit.schema.IndexColumn;
import io.godwit.schema.IndexMethod;
import io.godwit.schema.Name;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Indexes that not every engine has: made where it has them, refused or replaced as documented where it has not. */
public interface IndexFeatureContract extends DialectContract {

    private void note() {
        apply(
                createTable(
                        "note",
                        key("id"),
                        column("body", varchar(200)),
                        column("gone", bool()),
                        column("tags", json())),
                insert(
                        "note",
                        row("id", 1, "body", "the quick fox", "gone", false, "tags", jsonValue("{\"a\":1}")),
                        row("id", 2, "body", "THE QUICK FOX", "gone", true, "tags", jsonValue("{}"))));
    }

    @Test
    default void partialIndexLeavesRowsOut() {
        note();
        Index index = index("body").withUnique(true).withWhere(expression("gone = false"));
        apply(createIndex("note", index));
        apply(insert("note", row("id", 3, "body", "the quick fox", "gone", true)));
        apply(insert("note", row("id", 4, "body", "the quick fox", "gone", null)));
        violated(insert("note", row("id", 5, "body", "the quick fox", "gone", false)));
        assertThat(introspect("note").indexes().get(0).where()).isNotNull();
        assertThat(introspect("note").columns()).hasSize(4);
        apply(dropIndex(
                "note", String.valueOf(introspect("note").indexes().get(0).name())));
        apply(insert("note", row("id", 5, "body", "the quick fox", "gone", false)));
    }

    @Test
    default void partialIndexThatIsNotUniqueLeavesRowsOutOrHoldsAll() {
        note();
        bench().takeFindings();
        apply(createIndex("note", index("body").withName(Name.of("bodies")).withWhere(expression("gone = false"))));
        assertThat(introspect("note").indexes()).extracting(Index::name).containsExactly(Name.of("bodies"));
        whenSupported(
                Feature.PARTIAL_INDEXES,
                () -> assertThat(introspect("note").indexes().get(0).where()).isNotNull(),
                () -> assertThat(bench().takeFindings()).isNotEmpty());
        assertThat(rows("select id from note where gone = false and body = 'the quick fox'"))
                .containsExactly("1");
    }

    @Test
    default void textOfAnyLengthInAKeyIsKeptApartOrRefused() {
        apply(createTable("page", key("id"), column("words", text())));
        whenSupported(
                Feature.TEXT_KEYS,
                () -> {
                    apply(addUnique("page", "words"), insert("page", row("id", 1, "words", "a")));
                    violated(insert("page", row("id", 2, "words", "a")));
                },
                () -> {
                    refused(addUnique("page", "words"));
                    refused(createIndex("page", index("words").withUnique(true)));
                    refused(createTable("other", column("words", text()).withUnique(true)));
                });
    }

    @Test
    default void expressionIndexIsOnTheExpression() {
        note();
        Index index = index("body").withColumns(List.of(IndexColumn.of(expression("lower(body)"))));
        whenSupported(
                Feature.EXPRESSION_INDEXES,
                () -> {
                    rejected(createIndex("note", index.withUnique(true)));
                    apply(createIndex("note", index));
                    assertThat(introspect("note")
                                    .indexes()
                                    .get(0)
                                    .columns()
                                    .get(0)
                                    .expression())
                            .isNotNull();
                },
                () -> refused(createIndex("note", index)));
    }

    @Test
    default void includedColumnsAreCarriedOrLeftOutWithAFinding() {
        note();
        Index plain = index("gone");
        Index index = new Index(plain.name(), plain.columns(), false, null, names("id"), IndexMethod.BTREE);
        bench().takeFindings();
        apply(createIndex("note", index));
        assertThat(introspect("note").indexes()).hasSize(1);
        whenSupported(
                Feature.INCLUDED_COLUMNS,
                () -> assertThat(introspect("note").indexes().get(0).include()).isEqualTo(names("id")),
                () -> assertThat(bench().takeFindings()).isNotEmpty());
    }

    @Test
    default void concurrentIndexIsMadeOutsideOrInsideWithAFinding() {
        note();
        CreateIndex create = new CreateIndex(named("note"), index("body"), true, false);
        bench().takeFindings();
        List<Statement> statements = bench().render(create);
        whenSupported(
                Feature.CONCURRENT_INDEXES,
                () -> assertThat(statements).extracting(Statement::mode).contains(Statement.Mode.OUTSIDE_TRANSACTION),
                () -> assertThat(bench().takeFindings()).isNotEmpty());
        apply(create);
        assertThat(introspect("note").indexes()).hasSize(1);
        apply(new DropIndex(named("note"), Name.of("ix_note_body"), false, true));
        assertThat(introspect("note").indexes()).isEmpty();
    }

    @Test
    default void indexOfJsonIsMadeOrReplacedWithAFinding() {
        method(IndexMethod.JSON, Feature.JSON_INDEXES, "tags");
    }

    @Test
    default void indexOfWordsIsMadeOrReplacedWithAFinding() {
        method(IndexMethod.FULLTEXT, Feature.FULLTEXT_INDEXES, "body");
    }

    private void method(IndexMethod method, Feature feature, String column) {
        note();
        bench().takeFindings();
        apply(createIndex("note", index(column).withMethod(method)));
        List<Index> indexes = introspect("note").indexes();
        whenSupported(
                feature,
                () -> assertThat(indexes).extracting(Index::method).containsExactly(method),
                () -> assertThat(bench().takeFindings()).isNotEmpty());
        assertThat(indexes).extracting(Index::name).containsExactly(Name.of("ix_note_" + column));
        assertThat(rows("select id from note order by id")).containsExactly("1", "2");
        apply(dropIndex("note", "ix_note_" + column));
    }
}
