package io.godwit.plan.risk;

import static io.godwit.plan.risk.RiskBench.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.godwit.operation.CreateIndex;
import io.godwit.operation.DeleteRows;
import io.godwit.operation.DropSchema;
import io.godwit.operation.Operation;
import io.godwit.operation.Row;
import io.godwit.operation.UpdateRows;
import io.godwit.plan.Finding;
import io.godwit.schema.Check;
import io.godwit.schema.Column;
import io.godwit.schema.ColumnType;
import io.godwit.schema.Expression;
import io.godwit.schema.Generated;
import io.godwit.schema.Index;
import io.godwit.schema.Literal;
import io.godwit.schema.Name;
import io.godwit.schema.SimpleType;
import io.godwit.schema.TableName;
import io.godwit.schema.Value;
import io.godwit.tck.harness.OperationVocabulary;
import io.godwit.tck.harness.TypeVocabulary;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What each rule must find, and what it must leave alone. */
final class RuleTest implements OperationVocabulary, TypeVocabulary {

    private static final RuleTest SAY = new RuleTest();

    static Stream<Arguments> risks() {
        return Stream.of(
                arguments("drop-table", SAY.dropTable("person")),
                arguments("drop-table", sql("DROP TABLE IF EXISTS person")),
                arguments("drop-schema", new DropSchema(Name.of("crm"))),
                arguments("drop-schema", sql("drop schema crm cascade")),
                arguments("drop-column", SAY.dropColumn("person", "name")),
                arguments("drop-column", sql("ALTER TABLE person ADD x int, DROP COLUMN name")),
                arguments("truncate", sql("TRUNCATE person")),
                arguments("dml-without-where", new DeleteRows(TableName.of("person"), null)),
                arguments("dml-without-where", new UpdateRows(TableName.of("person"), row("age", 1), null)),
                arguments("dml-without-where", sql("delete from person")),
                arguments("dml-without-where", sql("UPDATE person SET name = 'where'")),
                arguments("rename-table", SAY.renameTable("person", "people")),
                arguments("rename-table", sql("alter table person rename to people")),
                arguments("rename-column", SAY.renameColumn("person", "name", "label")),
                arguments("rename-column", sql("alter table person rename name to label")),
                arguments("change-type", SAY.changeType("person", "age", SimpleType.SMALLINT)),
                arguments("change-type", SAY.changeType("person", "age", SimpleType.BIGINT)),
                arguments("change-type", SAY.changeType("person", "name", ColumnType.parse("varchar(20)"))),
                arguments("change-type", sql("alter table person alter column age type bigint")),
                arguments(
                        "add-not-null-without-default",
                        SAY.addColumn("person", Column.of("x", SimpleType.TEXT).notNull())),
                arguments("add-not-null-without-default", sql("alter table person add column x int not null")),
                arguments("set-not-null", SAY.setNotNull("person", "name")),
                arguments("set-not-null", SAY.setNotNull("person", "name", "?")),
                arguments("set-not-null", sql("alter table person alter column name set not null")),
                arguments("add-unique", SAY.addUnique("person", "age")),
                arguments("add-unique", index(Index.on("age").withUnique(true), false)),
                arguments("add-unique", sql("create unique index concurrently i on person (age)")),
                arguments("add-primary-key", SAY.addPrimaryKey("person", "id")),
                arguments("add-primary-key", sql("alter table person add constraint pk primary key (id)")),
                arguments(
                        "add-foreign-key",
                        SAY.addForeignKey(
                                "person", RiskTables.PERSON.foreignKeys().get(0).named(Name.of("fk_2")))),
                arguments(
                        "add-foreign-key",
                        sql("alter table person add constraint f foreign key (a) references city (id)")),
                arguments("add-check", SAY.addCheck("person", new Check(null, Expression.of("age > 0")))),
                arguments("add-check", sql("alter table person add constraint c check (age > 0)")),
                arguments("drop-foreign-key", SAY.dropConstraint("person", "fk_city")),
                arguments("drop-constraint", SAY.dropConstraint("person", "uq_name")),
                arguments("drop-constraint", SAY.dropPrimaryKey("city")),
                arguments("drop-not-null", SAY.dropNotNull("person", "age")),
                arguments("drop-not-null", sql("alter table person alter age drop not null")),
                arguments("blocking-index", index(Index.on("age"), false)),
                arguments("blocking-index", sql("create index i on person (age)")),
                arguments("blocking-index", sql("drop index i")),
                arguments("concurrent-in-transaction", sql("create index concurrently i on person (age)")),
                arguments("volatile-default", SAY.addColumn("person", byDefault(Expression.of("gen_random_uuid()")))),
                arguments("stored-generated", SAY.addColumn("person", generated(true))),
                arguments(
                        "add-identity",
                        SAY.addColumn(
                                "person", Column.of("n", SimpleType.BIGINT).withIdentity(true))),
                arguments("add-identity", sql("alter table person add column n bigserial")),
                arguments("enum-change", SAY.changeType("person", "kind", ColumnType.parse("enum('a','c')"))),
                arguments("backfill-in-ddl-transaction", SAY.setNotNull("person", "name", "?")),
                arguments("name-too-long", SAY.addColumn("person", Column.of("x".repeat(64), SimpleType.TEXT))),
                arguments("reserved-word", SAY.addColumn("person", Column.of("order", SimpleType.TEXT))),
                arguments("reserved-word", SAY.renameTable("person", "user")),
                arguments("no-primary-key", SAY.createTable("t", Column.of("id", SimpleType.INTEGER))),
                arguments("engine-only-sql", sql("select 1")),
                arguments("escapes-namespace", sql("ATTACH DATABASE 'x' AS y")),
                arguments("escapes-namespace", sql("COPY person FROM PROGRAM 'true'")),
                arguments("escapes-namespace", sql("set role postgres")));
    }

    @ParameterizedTest
    @MethodSource("risks")
    void finds(String rule, Operation operation) {
        assertThat(RiskBench.plain().plan(operation)).extracting(Finding::rule).contains(rule);
    }

    static Stream<Arguments> harmless() {
        return Stream.of(
                arguments("drop-schema", new DropSchema(Name.of("crm"), true)),
                arguments("drop-column", sql("alter table person drop constraint uq_name")),
                arguments("truncate", sql("comment on table person is 'truncate person'")),
                arguments("dml-without-where", new DeleteRows(TableName.of("person"), Expression.of("age < 0"))),
                arguments("dml-without-where", sql("update person set age = 1 where age = 2")),
                arguments(
                        "dml-without-where",
                        sql("create function f() returns void language sql as $$ delete from person $$")),
                arguments("rename-column", sql("alter table person rename constraint a to b")),
                arguments("rename-column", sql("alter table person rename to people")),
                arguments("change-type", SAY.changeType("person", "age", SimpleType.INTEGER)),
                arguments("change-type", SAY.changeType("person", "kind", ColumnType.parse("enum('a','b','c')"))),
                arguments("enum-change", SAY.changeType("person", "kind", ColumnType.parse("enum('a','b','c')"))),
                arguments("add-not-null-without-default", SAY.addColumn("person", Column.of("x", SimpleType.TEXT))),
                arguments(
                        "add-not-null-without-default",
                        SAY.addColumn("person", byDefault(Literal.of("")).notNull())),
                arguments(
                        "add-not-null-without-default", sql("alter table person add column x int not null default 0")),
                arguments(
                        "add-not-null-without-default", sql("alter table person add column x int default 0 not null")),
                arguments("set-not-null", SAY.setNotNull("person", "age")),
                arguments("add-unique", index(Index.on("age"), false)),
                arguments("add-unique", sql("alter table person add constraint u unique using index i")),
                arguments(
                        "add-foreign-key",
                        sql("alter table person add constraint f foreign key (a) references city (id) not valid")),
                arguments("add-check", sql("alter table person add constraint c check (age > 0) not valid")),
                arguments("drop-foreign-key", SAY.dropConstraint("person", "uq_name")),
                arguments("drop-constraint", SAY.dropConstraint("person", "fk_city")),
                arguments("drop-not-null", SAY.dropNotNull("person", "name")),
                arguments("blocking-index", index(Index.on("age"), true)),
                arguments("blocking-index", sql("create index concurrently i on person (age)")),
                arguments("volatile-default", SAY.addColumn("person", byDefault(Expression.of("now()")))),
                arguments("stored-generated", SAY.addColumn("person", generated(false))),
                arguments("backfill-in-ddl-transaction", SAY.setNotNull("person", "name")),
                arguments("name-too-long", SAY.addColumn("person", Column.of("x".repeat(63), SimpleType.TEXT))),
                arguments("reserved-word", SAY.addColumn("person", Column.of("ordering", SimpleType.TEXT))),
                arguments(
                        "no-primary-key",
                        SAY.createTable("t", Column.of("id", SimpleType.INTEGER).withPrimaryKey(true))),
                arguments("engine-only-sql", SAY.dropTable("person")),
                arguments("engine-only-sql", sql()),
                arguments("escapes-namespace", sql("select 'attach'")),
                arguments("mysql-copy-algorithm", SAY.addUnique("person", "age")));
    }

    @ParameterizedTest
    @MethodSource("harmless")
    void leavesAlone(String rule, Operation operation) {
        assertThat(RiskBench.plain().plan(operation)).extracting(Finding::rule).doesNotContain(rule);
    }

    @Test
    void copiesAreTheBusinessOfEnginesThatCopy() {
        assertThat(new RiskBench(FakeDialect.COPYING, -1).plan(SAY.addUnique("person", "age")))
                .extracting(Finding::rule)
                .contains("mysql-copy-algorithm")
                .doesNotContain("blocking-index");
    }

    @Test
    void everyRuleHasACase() {
        List<String> tried =
                risks().map(risk -> (String) risk.get()[0]).distinct().toList();
        assertThat(tried)
                .containsAll(RuleCatalogue.texts().stream()
                        .map(RuleText::id)
                        .filter(id ->
                                !List.of("mysql-copy-algorithm", "irreversible").contains(id))
                        .toList());
    }

    private static CreateIndex index(Index index, boolean concurrently) {
        return new CreateIndex(TableName.of("person"), index, concurrently, false);
    }

    private static Column byDefault(Value value) {
        return Column.of("x", SimpleType.TEXT).withDefaultValue(value);
    }

    private static Column generated(boolean stored) {
        return Column.of("twice", SimpleType.INTEGER).withGenerated(new Generated(Expression.of("age * 2"), stored));
    }

    private static Row row(String column, long value) {
        return new Row(Map.of(Name.of(column), Literal.of(value)));
    }
}
