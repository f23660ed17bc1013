package io.godwit.changelog;

import io.godwit.migration.Migration;
import io.godwit.migration.MigrationBuilder;
import io.godwit.migration.OnOtherEngines;
import io.godwit.migration.Step;
import io.godwit.migration.StepBuilder;
import io.godwit.migration.Validation;
import io.godwit.operation.EngineSql;
import io.godwit.operation.InsertRows;
import io.godwit.operation.Operation;
import io.godwit.operation.Row;
import io.godwit.operation.Sql;
import io.godwit.operation.SqlScript;
import io.godwit.operation.SqlSource;
import io.godwit.operation.SqlStatements;
import io.godwit.schema.Position;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import liquibase.changelog.ChangeSet;
import liquibase.precondition.core.PreconditionContainer;
import org.jspecify.annotations.Nullable;

/** Makes one migration of a change set, as the engines of a group get it. For one use. */
final class ConvertedMigration {

    private final ChangeSet set;
    private final Map<String, ConvertedSet> engines;

    /** @param engines those that one document can hold, in the order in which they are written */
    ConvertedMigration(ChangeSet set, Map<String, ConvertedSet> engines) {
        this.set = set;
        this.engines = new LinkedHashMap<>(engines);
    }

    /**
     * The migration; null if there is nothing to do on any of the engines.
     *
     * @param restricted whether it is for these engines alone
     */
    @Nullable
    Migration migration(String id, String pluginId, String version, boolean restricted) {
        ConvertedSet first = engines.values().iterator().next();
        List<Operation> up = operations(
                first.up().size(), (converted, index) -> converted.up().get(index));
        if (up.isEmpty()) {
            return null;
        }
        MigrationBuilder builder = Migration.builder(id, pluginId, version)
                .name(set.getId() + " (" + set.getAuthor() + ")")
                .extension("x-liquibase", place());
        if (set.getComments() != null && !set.getComments().isBlank()) {
            builder.description(set.getComments().strip());
        }
        if (restricted) {
            builder.databaseEngines(engines.keySet().toArray(String[]::new)).onOtherEngines(OnOtherEngines.SKIP);
        }
        builder.step(step(up, "changes", first.condition() != null));
        List<ConvertedChange> down = first.down();
        if (down != null) {
            List<Operation> back = operations(
                    down.size(),
                    (converted, index) ->
                            Objects.requireNonNull(converted.down()).get(index));
            builder.downStep(step(back.isEmpty() ? List.of(nothing()) : back, "rollback", false));
        }
        return builder.build();
    }

    /** A rollback that says nothing does nothing. */
    private static Operation nothing() {
        return new Sql(new EngineSql(Map.of(EngineSql.UNIVERSAL, new SqlStatements(List.of(), Position.NONE))));
    }

    /** The place of a change set as JSON: what adopts a database finds its row by it. */
    private String place() {
        return "{\"file\":" + JsonWords.text(set.getFilePath()) + ",\"id\":" + JsonWords.text(set.getId())
                + ",\"author\":" + JsonWords.text(set.getAuthor()) + "}";
    }

    private interface Place {
        ConvertedChange of(ConvertedSet converted, int index);
    }

    private List<Operation> operations(int size, Place place) {
        List<Operation> all = new ArrayList<>();
        for (int index = 0; index < size; index++) {
            Map<String, SqlSource> texts = new LinkedHashMap<>();
            boolean something = false;
            List<Operation> operations = null;
            for (Map.Entry<String, ConvertedSet> engine : engines.entrySet()) {
                ConvertedChange change = place.of(engine.getValue(), index);
                operations = change.operations();
                something |= !change.statements().isEmpty();
                texts.put(engine.getKey(), new SqlStatements(change.statements(), Position.NONE));
            }
            if (operations != null) {
                operations.forEach(operation -> add(operation, all));
            } else if (something) {
                all.add(new Sql(new EngineSql(texts)));
            }
        }
        return all;
    }

    /** Rows that go into one table one after the other are one operation. */
    private static void add(Operation operation, List<Operation> all) {
        Operation last = all.isEmpty() ? null : all.get(all.size() - 1);
        boolean joins = operation instanceof InsertRows more
                && last instanceof InsertRows before
                && before.table().equals(more.table())
                && before.rows()
                        .get(0)
                        .values()
                        .keySet()
                        .equals(more.rows().get(0).values().keySet());
        if (joins) {
            InsertRows before = (InsertRows) Objects.requireNonNull(last);
            List<Row> rows = new ArrayList<>(before.rows());
            rows.addAll(((InsertRows) operation).rows());
            all.set(all.size() - 1, new InsertRows(before.table(), rows));
        } else {
            all.add(operation);
        }
    }

    private Step step(List<Operation> operations, String id, boolean conditional) {
        StepBuilder builder = Step.builder(id).operations(operations.toArray(Operation[]::new));
        if (!set.isRunInTransaction()) {
            builder.notTransactional();
        }
        if (Boolean.FALSE.equals(set.getFailOnError())) {
            builder.skipOnError();
        }
        if (conditional) {
            builder.preValidation(validation());
        }
        return builder.build();
    }

    private Validation validation() {
        Map<String, SqlSource> texts = new LinkedHashMap<>();
        engines.forEach((engine, converted) ->
                texts.put(engine, new SqlScript(Objects.requireNonNull(converted.condition()), Position.NONE)));
        PreconditionContainer conditions = set.getPreconditions();
        boolean skips = conditions.getOnFail() == PreconditionContainer.FailOption.MARK_RAN
                || conditions.getOnFail() == PreconditionContainer.FailOption.CONTINUE;
        return new Validation(
                new EngineSql(texts),
                Validation.Expect.TRUE,
                null,
                conditions.getOnFailMessage(),
                skips ? Validation.Otherwise.SKIP : Validation.Otherwise.FAIL);
    }
}
