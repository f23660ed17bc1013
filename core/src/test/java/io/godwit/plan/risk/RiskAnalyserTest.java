package io.godwit.plan.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.migration.Migration;
import io.godwit.migration.MigrationBuilder;
import io.godwit.migration.Step;
import io.godwit.operation.AddColumn;
import io.godwit.operation.CreateIndex;
import io.godwit.operation.Operation;
import io.godwit.operation.Row;
import io.godwit.operation.UpdateRows;
import io.godwit.plan.Finding;
import io.godwit.plan.Severity;
import io.godwit.schema.Column;
import io.godwit.schema.Expression;
import io.godwit.schema.Index;
import io.godwit.schema.Literal;
import io.godwit.schema.Name;
import io.godwit.schema.SimpleType;
import io.godwit.schema.TableName;
import io.godwit.tck.harness.OperationVocabulary;
import io.godwit.tck.harness.TypeVocabulary;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is around an operation: other operations, transactions, rows, what authors allow. */
final class RiskAnalyserTest implements OperationVocabulary, TypeVocabulary {

    private static final Column ID = Column.of("id", SimpleType.INTEGER).withPrimaryKey(true);

    @Test
    void whatThePlanMakesItselfIsNoRisk() {
        List<Finding> findings = RiskBench.plain()
                .plan(
                        createTable("fresh", ID, Column.of("name", SimpleType.TEXT)),
                        addUnique("fresh", "name"),
                        setNotNull("fresh", "name"),
                        new CreateIndex(TableName.of("fresh"), Index.on("name"), false, false),
                        renameTable("fresh", "newer"),
                        RiskBench.sql("update newer set name = ''", "create index i on newer (name)"),
                        dropTable("newer"));

        assertThat(findings).extracting(Finding::rule).containsOnly("engine-only-sql");
    }

    @Test
    void rowsRaiseAndLowerWhatItWeighs() {
        assertThat(weight(0, dropTable("person"))).isEqualTo(Severity.LOW);
        assertThat(weight(5, dropTable("person"))).isEqualTo(Severity.HIGH);
        assertThat(weight(-1, dropTable("person"))).isEqualTo(Severity.HIGH);
        assertThat(weight(5_000_000, dropTable("person"))).isEqualTo(Severity.CRITICAL);
        CreateIndex index = new CreateIndex(TableName.of("person"), Index.on("age"), false, false);
        assertThat(weight(5, index)).isEqualTo(Severity.LOW);
        assertThat(weight(50_000, index)).isEqualTo(Severity.MEDIUM);
        assertThat(weight(5_000_000, index)).isEqualTo(Severity.HIGH);
        assertThat(new RiskBench(FakeDialect.PLAIN, 0)
                        .plan(index, setNotNull("person", "name"), addUnique("person", "age")))
                .isEmpty();
    }

    private static Severity weight(long rows, Operation operation) {
        return new RiskBench(FakeDialect.PLAIN, rows).plan(operation).get(0).severity();
    }

    @Test
    void backfillIsARiskOnlyInTheTransactionOfTheChange() {
        AddColumn add = addColumn("person", Column.of("x", SimpleType.INTEGER));
        UpdateRows fill = new UpdateRows(
                TableName.of("person"), new Row(Map.of(Name.of("x"), Literal.of(1))), Expression.of("x is null"));

        assertThat(RiskBench.plain().plan(add, fill)).extracting(Finding::rule).contains("backfill-in-ddl-transaction");
        assertThat(RiskBench.plain().plan(fill, add)).extracting(Finding::rule).contains("backfill-in-ddl-transaction");
        Migration apart = Migration.builder("crm-1", "crm", "1.0.0")
                .step(Step.of("one", List.of(add)))
                .step(Step.builder("two").operations(fill).notTransactional().build())
                .build();
        assertThat(RiskBench.plain().plan(apart)).isEmpty();
    }

    @Test
    void authorsAllowOneRuleAtOnePlace() {
        Migration migration = Migration.builder("crm-1", "crm", "1.0.0")
                .step(Step.builder("one")
                        .operations(dropColumn("person", "name"))
                        .extension("x-allow", "{\"drop-column\": \"empty since 1.4\"}")
                        .build())
                .step(Step.of("two", List.of(dropColumn("person", "price"))))
                .build();

        List<Finding> findings = RiskBench.plain().plan(migration);

        assertThat(findings).extracting(Finding::rule).containsExactly("allowed", "drop-column");
        assertThat(findings.get(0).message()).contains("drop-column", "empty since 1.4");
        assertThat(findings.get(0).severity()).isEqualTo(Severity.INFO);
    }

    @Test
    void allowingWhatIsNoRuleIsFound() {
        Migration migration = Migration.builder("crm-1", "crm", "1.0.0")
                .step(Step.of("one", List.of(dropColumn("person", "name"))))
                .extension("x-allow", "[\"drop-colum\"]")
                .build();

        assertThat(RiskBench.plain().plan(migration))
                .extracting(Finding::rule)
                .containsExactly("allowed", "drop-column");
    }

    @Test
    void anotherPluginsTableIsNotOnesOwn() {
        RiskBench bench = RiskBench.plain();
        bench.plan(createTable("fresh", ID));

        assertThat(bench.plan(shop().build())).extracting(Finding::rule).contains("escapes-namespace");
        assertThat(bench.plan(shop().dependsOn("crm@>=1.0").build())).isEmpty();
    }

    private MigrationBuilder shop() {
        return Migration.builder("shop-1", "shop", "1.0.0")
                .step(Step.of("one", List.of(addColumn("fresh", Column.of("more", SimpleType.TEXT)))));
    }

    @Test
    void theDataIsAskedOnlyWhatItCanAnswerBeforeThePlanRuns() {
        assertThat(RiskBench.plain().plan(setNotNull("person", "name")).get(0).check())
                .isNotNull();
        List<Finding> behind =
                RiskBench.plain().plan(renameColumn("person", "name", "label"), setNotNull("person", "label"));
        assertThat(behind).extracting(Finding::rule).containsExactly("rename-column", "set-not-null");
        assertThat(behind.get(1).check()).isNull();
    }
}
