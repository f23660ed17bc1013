package io.godwit.format;

import io.godwit.migration.Category;
import io.godwit.migration.Dependency;
import io.godwit.migration.Migration;
import io.godwit.migration.MigrationType;
import io.godwit.migration.OnOtherEngines;
import io.godwit.migration.RiskLevel;
import io.godwit.migration.Version;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A migration: what stands under {@code migration}. */
final class MigrationForm {

    private static final long LONGEST_DURATION = 365L * 24 * 60 * 60;

    private MigrationForm() {}

    static Part<Migration> read(Input input) {
        return input.object(MigrationForm::migration);
    }

    private static Part<Migration> migration(ObjectReader in) {
        Part<String> id = in.requiredConverted("id", Identifier::checked);
        Part<String> pluginId = in.requiredConverted("pluginId", Identifier::checked);
        Part<Version> version = in.requiredConverted("version", Version::parse);
        Part<String> name = in.text("name");
        Part<String> description = in.text("description");
        Part<MigrationType> type = in.choice("type", MigrationType.values());
        Part<Category> category = in.choice("category", Category.values());
        Part<List<Dependency>> dependencies = in.list("dependencies", input -> dependency(input, id.orNull()));
        Part<List<Dependency>> conflicts = in.list("conflicts", input -> dependency(input, id.orNull()));
        Part<Long> duration = in.integer("estimatedDuration", 0, LONGEST_DURATION);
        Part<RiskLevel> risk = in.choice("riskLevel", RiskLevel.values());
        Part<Boolean> requiresBackup = in.flag("requiresBackup", false);
        Part<List<String>> engines = in.list("databaseEngines", MigrationForm::engine);
        Part<OnOtherEngines> others = in.choice("onOtherEngines", OnOtherEngines.values());
        Part<Directions> steps = in.required("steps", Directions::read);
        Part<Instant> createdAt = in.converted("createdAt", MigrationForm::instant);
        Part<Instant> updatedAt = in.converted("updatedAt", MigrationForm::instant);
        return in.complete()
                ? Part.of(new Migration(
                        id.get(),
                        pluginId.get(),
                        version.get(),
                        name.orNull(),
                        description.orNull(),
                        type.orNull(),
                        category.orNull(),
                        dependencies.get(),
                        conflicts.get(),
                        duration.orNull(),
                        risk.or(RiskLevel.LOW),
                        requiresBackup.get(),
                        List.copyOf(new LinkedHashSet<>(engines.get())),
                        others.or(OnOtherEngines.REFUSE),
                        steps.get().up(),
                        steps.get().down(),
                        createdAt.orNull(),
                        updatedAt.orNull(),
                        in.extensions()))
                : Part.nothing();
    }

    private static Part<Dependency> dependency(Input input, @Nullable String own) {
        Part<Dependency> dependency = input.converted(text -> {
            Dependency read = Dependency.parse(text);
            Identifier.checked(read.target());
            return read;
        });
        boolean self = dependency.orNull() != null && dependency.get().target().equals(own);
        return self ? input.fault("the migration names itself") : dependency;
    }

    private static Part<String> engine(Input input) {
        Part<String> engine = input.converted(EngineName::canonical);
        return "universal".equals(engine.orNull())
                ? input.fault("'universal' is no engine; leave the list out for every engine")
                : engine;
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException refused) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no point in time; write 2026-01-05T10:00:00Z", refused);
        }
    }

    static JsonNode write(Migration migration, Audience audience) {
        return new ObjectWriter(audience)
                .text("id", Identifier.checked(migration.id()))
                .text("pluginId", Identifier.checked(migration.pluginId()))
                .text("version", migration.version())
                .text("name", migration.name())
                .text("description", migration.description())
                .text("type", migration.type())
                .text("category", migration.category())
                .texts("dependencies", migration.dependencies())
                .texts("conflicts", migration.conflicts())
                .number("estimatedDuration", migration.estimatedDuration())
                .choice("riskLevel", migration.riskLevel(), RiskLevel.LOW)
                .flag("requiresBackup", migration.requiresBackup(), false)
                .texts("databaseEngines", migration.databaseEngines())
                .choice("onOtherEngines", migration.onOtherEngines(), OnOtherEngines.REFUSE)
                .node("steps", Directions.write(migration, audience))
                .text("createdAt", migration.createdAt())
                .text("updatedAt", migration.updatedAt())
                .extensions(migration.extensions())
                .done();
    }
}
