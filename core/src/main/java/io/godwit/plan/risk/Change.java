package io.godwit.plan.risk;

import io.godwit.dialect.Feature;
import io.godwit.dialect.Impact;
import io.godwit.dialect.SchemaView;
import io.godwit.dialect.Statement;
import io.godwit.migration.Migration;
import io.godwit.migration.Step;
import io.godwit.operation.Operation;
import io.godwit.operation.Sql;
import io.godwit.schema.Column;
import io.godwit.schema.Name;
import io.godwit.schema.TableName;
import java.util.List;
import java.util.Optional;

/** One operation at its place in a plan, and what is known around it. Good only while a rule looks at it. */
final class Change {

    private final Surroundings surroundings;
    private final Step step;
    private final Operation operation;
    private final List<String> texts;
    private final SchemaView before;

    Change(Surroundings surroundings, Step step, Operation operation, List<Statement> statements, SchemaView before) {
        this.surroundings = surroundings;
        this.step = step;
        this.operation = operation;
        this.texts = operation instanceof Sql
                ? statements.stream().map(Statement::sql).map(BareText::of).toList()
                : List.of();
        this.before = before;
    }

    Operation operation() {
        return operation;
    }

    SchemaView before() {
        return before;
    }

    Step step() {
        return step;
    }

    Migration migration() {
        return surroundings.migration();
    }

    /** The statements of SQL text, {@linkplain BareText bare}; none for other operations. */
    List<String> texts() {
        return texts;
    }

    boolean supports(Feature feature) {
        return surroundings.dialect().supports(feature);
    }

    List<String> engineKeys() {
        return surroundings.dialect().keys();
    }

    PlanTables tables() {
        return surroundings.tables();
    }

    OpenTransaction transaction() {
        return surroundings.transaction();
    }

    /** Whether the table is there before the plan runs, as far as anybody knows. */
    boolean isOld(TableName table) {
        return !tables().isNew(table);
    }

    Rows rows(TableName table) {
        return new Rows(surroundings.rows().of(tables().liveName(table)));
    }

    Impact impact() {
        return surroundings.dialect().impact().of(operation, before);
    }

    /** The engine's own gentler way. */
    Optional<String> gentler() {
        return surroundings.dialect().impact().gentler(operation);
    }

    Optional<Column> column(TableName table, Name column) {
        return before.table(table).flatMap(known -> known.column(column));
    }
}
