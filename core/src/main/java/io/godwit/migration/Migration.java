package io.godwit.migration;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One portable migration. Immutable; made by the reader of documents or by a {@code MigrationBuilder}.
 *
 * @param id identity, unique over all plugins
 * @param pluginId the plugin that owns it
 * @param version the plugin's version once this migration is applied
 * @param name for people; null when not said
 * @param description for people; null when not said
 * @param type descriptive; null when not said
 * @param category descriptive; null when not said
 * @param dependencies what must be applied first
 * @param conflicts what must never be applied beside it
 * @param estimatedDuration in seconds; null when not said
 * @param riskLevel the author's own judgement
 * @param requiresBackup whether a verified backup must exist before it starts
 * @param databaseEngines the engines it is for, by their canonical names; empty for every engine
 * @param onOtherEngines what happens on an engine that is not listed
 * @param up the steps; at least one
 * @param down how it is taken back
 * @param createdAt for people; null when not said
 * @param updatedAt for people; null when not said
 * @param extensions keys that begin with {@code x-}, to their JSON
 */
public record Migration(
        String id,
        String pluginId,
        Version version,
        @Nullable String name,
        @Nullable String description,
        @Nullable MigrationType type,
        @Nullable Category category,
        List<Dependency> dependencies,
        List<Dependency> conflicts,
        @Nullable Long estimatedDuration,
        RiskLevel riskLevel,
        boolean requiresBackup,
        List<String> databaseEngines,
        OnOtherEngines onOtherEngines,
        List<Step> up,
        Down down,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        Map<String, String> extensions) {

    /** The {@code format} of every document. */
    public static final String FORMAT = "portable-migration-v1";

    public Migration {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(pluginId, "pluginId");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(riskLevel, "riskLevel");
        Objects.requireNonNull(onOtherEngines, "onOtherEngines");
        Objects.requireNonNull(down, "down");
        dependencies = List.copyOf(dependencies);
        conflicts = List.copyOf(conflicts);
        databaseEngines = List.copyOf(databaseEngines);
        up = List.copyOf(up);
        extensions = Collections.unmodifiableMap(new LinkedHashMap<>(extensions));
        if (up.isEmpty()) {
            throw new IllegalArgumentException("migration " + id + " needs at least one step");
        }
    }

    /**
     * Starts a migration in Java.
     *
     * @param version a semantic version
     * @throws IllegalArgumentException if the version is none
     */
    public static MigrationBuilder builder(String id, String pluginId, String version) {
        return new MigrationBuilder(id, pluginId, Version.parse(version));
    }
}
