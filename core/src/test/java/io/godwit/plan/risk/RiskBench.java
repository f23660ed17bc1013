package io.godwit.plan.risk;

import io.godwit.dialect.SchemaState;
import io.godwit.dialect.Statement;
import io.godwit.migration.Migration;
import io.godwit.migration.Step;
import io.godwit.operation.CreateTable;
import io.godwit.operation.EngineSql;
import io.godwit.operation.Operation;
import io.godwit.operation.Sql;
import io.godwit.operation.SqlStatements;
import io.godwit.plan.Finding;
import io.godwit.plan.Rendering;
import io.godwit.schema.Position;
import io.godwit.schema.Table;
import io.godwit.tck.harness.EmptySchema;
import io.godwit.universal.UniversalTranslator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Puts operations before the analyser, on a schema with a few tables that are there already. For one test. */
final class RiskBench {

    private final FakeDialect dialect;
    private final SchemaState schema;
    private final RiskAnalyser analyser;

    RiskBench(FakeDialect dialect, long rows) {
        this.dialect = dialect;
        this.schema = new SchemaState(new EmptySchema(), dialect.naming());
        Rendering rendering = new Rendering(dialect, new UniversalTranslator(dialect), Map.of());
        this.analyser = new RiskAnalyser(rendering, table -> rows < 0 ? OptionalLong.empty() : OptionalLong.of(rows));
        for (Table table : List.of(RiskTables.CITY, RiskTables.PERSON)) {
            schema.apply(new CreateTable(table, false));
        }
    }

    /** Of a database of which nobody knows how many rows it has. */
    static RiskBench plain() {
        return new RiskBench(FakeDialect.PLAIN, -1);
    }

    List<Finding> plan(Migration migration) {
        List<Finding> findings = new ArrayList<>(analyser.begin(migration));
        for (Step step : migration.up()) {
            for (Operation operation : step.allOperations()) {
                findings.addAll(analyser.operation(step, operation, statements(operation), schema));
                schema.apply(operation);
            }
        }
        return findings;
    }

    List<Finding> plan(Operation... operations) {
        return plan(Migration.builder("crm-1", "crm", "1.0.0")
                .step(Step.of("step", List.of(operations)))
                .build());
    }

    private List<Statement> statements(Operation operation) {
        return operation instanceof Sql sql
                ? sql.text().forEngine(dialect.keys()).stream()
                        .flatMap(text -> ((SqlStatements) text).statements().stream())
                        .map(Statement::of)
                        .toList()
                : List.of();
    }

    static Sql sql(String... statements) {
        return new Sql(new EngineSql(Map.of("fake", new SqlStatements(List.of(statements), Position.NONE))));
    }
}
