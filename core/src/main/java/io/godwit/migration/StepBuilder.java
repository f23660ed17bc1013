package io.godwit.migration;

import io.godwit.operation.EngineSql;
import io.godwit.operation.Operation;
import io.godwit.operation.SqlScript;
import io.godwit.operation.SqlSource;
import io.godwit.schema.Position;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes a {@link Step} in Java; what is not said has the format's default. Not thread-safe. */
public final class StepBuilder {

    private final Map<String, String> extensions = new LinkedHashMap<>();
    private final String id;
    private @Nullable MigrationType type;
    private @Nullable String name;
    private @Nullable String description;
    private final List<Operation> operations = new ArrayList<>();
    private final Map<String, SqlSource> sql = new LinkedHashMap<>();
    private @Nullable Transform transform;
    private boolean transactional = true;
    private boolean rollbackSupported = true;
    private boolean skipOnError;
    private @Nullable Integer timeout;
    private final List<String> dependencies = new ArrayList<>();
    private @Nullable Validation preValidation;
    private @Nullable Validation postValidation;
    private @Nullable ExpectedChanges expectedChanges;

    StepBuilder(String id) {
        this.id = Objects.requireNonNull(id, "id");
    }

    public StepBuilder type(MigrationType newType) {
        type = newType;
        return this;
    }

    public StepBuilder name(String newName) {
        name = newName;
        return this;
    }

    public StepBuilder description(String newDescription) {
        description = newDescription;
        return this;
    }

    /** Adds operations. */
    public StepBuilder operations(Operation... more) {
        operations.addAll(Arrays.asList(more));
        return this;
    }

    /** Gives the SQL script of an engine, or of {@code universal}. */
    public StepBuilder sql(String engine, String script) {
        return sql(engine, new SqlScript(script, Position.NONE));
    }

    /** Gives the SQL of an engine, or of {@code universal}. */
    public StepBuilder sql(String engine, SqlSource source) {
        sql.put(engine, source);
        return this;
    }

    public StepBuilder transform(Transform newTransform) {
        transform = newTransform;
        return this;
    }

    /** The step runs outside a transaction. */
    public StepBuilder notTransactional() {
        transactional = false;
        return this;
    }

    /** The step cannot be undone. */
    public StepBuilder rollbackNotSupported() {
        rollbackSupported = false;
        return this;
    }

    /** A failing statement undoes and skips the step only. */
    public StepBuilder skipOnError() {
        skipOnError = true;
        return this;
    }

    /** Bounds the step, in seconds. */
    public StepBuilder timeout(int seconds) {
        timeout = seconds;
        return this;
    }

    /** Adds steps of the same direction that come first. */
    public StepBuilder dependsOn(String... stepIds) {
        dependencies.addAll(Arrays.asList(stepIds));
        return this;
    }

    public StepBuilder preValidation(Validation validation) {
        preValidation = validation;
        return this;
    }

    public StepBuilder postValidation(Validation validation) {
        postValidation = validation;
        return this;
    }

    public StepBuilder expectedChanges(ExpectedChanges changes) {
        expectedChanges = changes;
        return this;
    }

    /**
     * Adds a key of its own.
     *
     * @param key begins with {@code x-}
     * @param json its value
     */
    public StepBuilder extension(String key, String json) {
        extensions.put(key, json);
        return this;
    }

    /** The step. */
    public Step build() {
        return new Step(
                id,
                type,
                name,
                description,
                operations,
                sql.isEmpty() ? null : new EngineSql(sql),
                transform,
                transactional,
                rollbackSupported,
                skipOnError,
                timeout,
                dependencies,
                preValidation,
                postValidation,
                expectedChanges,
                extensions);
    }
}
