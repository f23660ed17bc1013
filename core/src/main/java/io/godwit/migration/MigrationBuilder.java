package io.godwit.migration;

import io.godwit.operation.Operation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes a {@link Migration} in Java; what is not said has the format's default. Not thread-safe. */
public final class MigrationBuilder {

    private final String id;
    private final String pluginId;
    private final Version version;
    private @Nullable String name;
    private @Nullable String description;
    private @Nullable MigrationType type;
    private @Nullable Category category;
    private final List<Dependency> dependencies = new ArrayList<>();
    private final List<Dependency> conflicts = new ArrayList<>();
    private @Nullable Long estimatedDuration;
    private RiskLevel riskLevel = RiskLevel.LOW;
    private boolean requiresBackup;
    private final List<String> databaseEngines = new ArrayList<>();
    private OnOtherEngines onOtherEngines = OnOtherEngines.REFUSE;
    private final List<Step> up = new ArrayList<>();
    private final List<Step> down = new ArrayList<>();
    private @Nullable String irreversible;
    private @Nullable Instant createdAt;
    private @Nullable Instant updatedAt;
    private final Map<String, String> extensions = new LinkedHashMap<>();

    MigrationBuilder(String id, String pluginId, Version version) {
        this.id = Objects.requireNonNull(id, "id");
        this.pluginId = Objects.requireNonNull(pluginId, "pluginId");
        this.version = version;
    }

    public MigrationBuilder name(String newName) {
        name = newName;
        return this;
    }

    public MigrationBuilder description(String newDescription) {
        description = newDescription;
        return this;
    }

    public MigrationBuilder type(MigrationType newType) {
        type = newType;
        return this;
    }

    public MigrationBuilder category(Category newCategory) {
        category = newCategory;
        return this;
    }

    /**
     * Adds what must be applied first: ids of migrations or plugins, or {@code plugin@range}.
     *
     * @throws IllegalArgumentException if a range is none
     */
    public MigrationBuilder dependsOn(String... ids) {
        Arrays.stream(ids).map(Dependency::parse).forEach(dependencies::add);
        return this;
    }

    /**
     * Adds what must never be applied beside it, in the form of {@link #dependsOn}.
     *
     * @throws IllegalArgumentException if a range is none
     */
    public MigrationBuilder conflictsWith(String... ids) {
        Arrays.stream(ids).map(Dependency::parse).forEach(conflicts::add);
        return this;
    }

    /** How long it may take, in seconds. */
    public MigrationBuilder estimatedDuration(long seconds) {
        estimatedDuration = seconds;
        return this;
    }

    public MigrationBuilder riskLevel(RiskLevel newRiskLevel) {
        riskLevel = newRiskLevel;
        return this;
    }

    /** A verified backup must exist before it starts. */
    public MigrationBuilder requiresBackup() {
        requiresBackup = true;
        return this;
    }

    /** Restricts it to engines, by their canonical names such as {@code postgresql}. */
    public MigrationBuilder databaseEngines(String... engines) {
        databaseEngines.addAll(Arrays.asList(engines));
        return this;
    }

    public MigrationBuilder onOtherEngines(OnOtherEngines newOnOtherEngines) {
        onOtherEngines = newOnOtherEngines;
        return this;
    }

    /** Adds a step of operations. */
    public MigrationBuilder step(String stepId, Operation... operations) {
        return step(Step.of(stepId, Arrays.asList(operations)));
    }

    /** Adds a step, such as one made by {@link Step#builder}. */
    public MigrationBuilder step(Step step) {
        up.add(step);
        return this;
    }

    /** Adds a step to the way down, which is derived as long as no step is added to it. */
    public MigrationBuilder downStep(String stepId, Operation... operations) {
        return downStep(Step.of(stepId, Arrays.asList(operations)));
    }

    /** Adds a step to the way down, which is derived as long as no step is added to it. */
    public MigrationBuilder downStep(Step step) {
        down.add(step);
        return this;
    }

    /** Says that there is no way down, and why. */
    public MigrationBuilder irreversible(String reason) {
        irreversible = reason;
        return this;
    }

    public MigrationBuilder createdAt(Instant newCreatedAt) {
        createdAt = newCreatedAt;
        return this;
    }

    public MigrationBuilder updatedAt(Instant newUpdatedAt) {
        updatedAt = newUpdatedAt;
        return this;
    }

    /** Adds a key that begins with {@code x-}, with its JSON. */
    public MigrationBuilder extension(String key, String json) {
        extensions.put(key, json);
        return this;
    }

    /**
     * The migration.
     *
     * @throws IllegalArgumentException if it has no step, or both steps down and a reason why there are none
     */
    public Migration build() {
        return new Migration(
                id,
                pluginId,
                version,
                name,
                description,
                type,
                category,
                dependencies,
                conflicts,
                estimatedDuration,
                riskLevel,
                requiresBackup,
                databaseEngines,
                onOtherEngines,
                up,
                down(),
                createdAt,
                updatedAt,
                extensions);
    }

    private Down down() {
        if (irreversible == null) {
            return down.isEmpty() ? new Down.Derived() : new Down.Explicit(down);
        }
        if (!down.isEmpty()) {
            throw new IllegalArgumentException("migration " + id + " has steps down and says that it has none");
        }
        return new Down.Irreversible(irreversible);
    }
}
