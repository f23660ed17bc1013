package io.godwit.migration;

import io.godwit.operation.EngineSql;
import io.godwit.operation.Operation;
import io.godwit.operation.Sql;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One step of a migration: operations, then SQL text, then a transform. Immutable.
 *
 * @param id unique in its direction
 * @param type descriptive; null when not said
 * @param name for people; null when not said
 * @param description for people; null when not said
 * @param operations structured operations, in order
 * @param sql text for engines, or universal; null for none
 * @param transform rows to move; null for none
 * @param transactional false: runs outside a transaction
 * @param rollbackSupported false: cannot be undone
 * @param skipOnError true: a failing statement undoes and skips the step only
 * @param timeout seconds for the step; null for the host's default
 * @param dependencies ids of steps of the same direction that come first
 * @param preValidation checked just before; null for none
 * @param postValidation checked just after; null for none
 * @param expectedChanges what should have changed; null when not said
 * @param extensions keys that begin with {@code x-}, to their JSON
 */
public record Step(
        String id,
        @Nullable MigrationType type,
        @Nullable String name,
        @Nullable String description,
        List<Operation> operations,
        @Nullable EngineSql sql,
        @Nullable Transform transform,
        boolean transactional,
        boolean rollbackSupported,
        boolean skipOnError,
        @Nullable Integer timeout,
        List<String> dependencies,
        @Nullable Validation preValidation,
        @Nullable Validation postValidation,
        @Nullable ExpectedChanges expectedChanges,
        Map<String, String> extensions) {

    public Step {
        Objects.requireNonNull(id, "id");
        operations = List.copyOf(operations);
        dependencies = List.copyOf(dependencies);
        extensions = Collections.unmodifiableMap(new LinkedHashMap<>(extensions));
    }

    /** A step of operations with every default. */
    public static Step of(String id, List<Operation> operations) {
        return new Step(
                id,
                null,
                null,
                null,
                operations,
                null,
                null,
                true,
                true,
                false,
                null,
                List.of(),
                null,
                null,
                null,
                Map.of());
    }

    /** Starts a step in Java. */
    public static StepBuilder builder(String id) {
        return new StepBuilder(id);
    }

    /** The structured operations, followed by the step's SQL text as an operation. */
    public List<Operation> allOperations() {
        if (sql == null) {
            return operations;
        }
        List<Operation> all = new ArrayList<>(operations);
        all.add(new Sql(sql));
        return List.copyOf(all);
    }
}
