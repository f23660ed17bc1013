package io.godwit;

import io.godwit.compare.ColumnTypes;
import io.godwit.dialect.SchemaState;
import io.godwit.engine.Session;
import io.godwit.failure.ChangelogRefusedException;
import io.godwit.failure.Problem;
import io.godwit.migration.Migration;
import io.godwit.operation.EngineSql;
import io.godwit.operation.Operation;
import io.godwit.operation.Sql;
import io.godwit.plan.LiveSchema;
import io.godwit.plan.MigrationPlan;
import io.godwit.plan.Plan;
import io.godwit.plan.Rendering;
import io.godwit.schema.Column;
import io.godwit.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Compares a database with what the migrations that it is said to have would have made. For the thread that owns the session. */
record AdoptedSchema(Session session, Rendering rendering, SchemaState expected) {

    /**
     * Tables, their columns and the types of those; what an engine's own SQL may have changed is not known, and not compared.
     *
     * @param marked which migrations did nothing
     * @throws ChangelogRefusedException with every difference
     */
    void require(Plan plan, Predicate<Migration> marked) {
        boolean known = plan.migrations().stream()
                .map(MigrationPlan::migration)
                .noneMatch(migration -> marked.test(migration)
                        || migration.up().stream()
                                .flatMap(step -> step.allOperations().stream())
                                .anyMatch(AdoptedSchema::isOpaque));
        if (!known) {
            return;
        }
        List<Problem> problems = new ArrayList<>();
        LiveSchema live = new LiveSchema(session.dialect().introspector(), session.connection());
        for (Table table : expected.tables()) {
            Optional<Table> there = live.table(table.name());
            if (there.isEmpty()) {
                problems.add(problem(table, "is not there"));
            } else if (!columns(table).equals(columns(there.get()))) {
                problems.add(
                        problem(table, "has the columns " + columns(there.get()) + " instead of " + columns(table)));
            } else {
                types(table, there.get(), problems);
            }
        }
        if (!problems.isEmpty()) {
            throw new ChangelogRefusedException(problems);
        }
    }

    private void types(Table written, Table read, List<Problem> problems) {
        ColumnTypes types = new ColumnTypes(rendering);
        Map<String, Column> there = new HashMap<>();
        read.columns().forEach(column -> there.put(column.name().caseless(), column));
        for (Column column : written.columns()) {
            Column found = there.get(column.name().caseless());
            if (found != null) {
                types.difference(column, found)
                        .ifPresent(words ->
                                problems.add(problem(written, "has a column " + column.name() + " that " + words)));
            }
        }
    }

    private static Problem problem(Table table, String words) {
        return new Problem("table " + table.name(), "", 0, 0, words);
    }

    private static Set<String> columns(Table table) {
        return table.columns().stream()
                .map(Column::name)
                .map(name -> name.caseless())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isOpaque(Operation operation) {
        return operation instanceof Sql sql && !sql.text().texts().keySet().equals(Set.of(EngineSql.UNIVERSAL));
    }
}
