package io.godwit;

import io.godwit.changelog.Conversion;
import io.godwit.changelog.FlywayConversion;
import io.godwit.changelog.FlywayFolder;
import io.godwit.changelog.LiquibaseConversion;
import io.godwit.changelog.LiquibaseSource;
import io.godwit.changelog.LiquibaseXml;
import io.godwit.dialect.Dialect;
import io.godwit.dialect.DialectProvider;
import io.godwit.engine.DialectFinder;
import io.godwit.failure.PlanRefusedException;
import io.godwit.failure.UnsupportedByDialectException;
import io.godwit.format.PluginSource;
import io.godwit.plan.Plan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes migrations of Liquibase and Flyway portable ones, and the other way round; without a database. Engines are named as
 * {@link Godwit#offline} takes them, such as {@code postgresql} or {@code mysql:8.0}. Not thread-safe.
 */
public final class Conversions {

    private final List<DialectProvider> dialects = new ArrayList<>();

    Conversions() {}

    /** Adds a dialect that the service loader does not find. */
    public Conversions dialect(DialectProvider provider) {
        dialects.add(provider);
        return this;
    }

    /**
     * What a Liquibase changelog becomes: what is the same on all engines is one document. Nothing is written;
     * {@link io.godwit.changelog.ConversionFolder} does. Needs liquibase-core on the class path.
     *
     * @param engines at least one
     * @throws io.godwit.failure.ChangelogRefusedException if the changelog cannot be read
     */
    public Conversion fromLiquibase(LiquibaseSource source, String pluginId, List<String> engines) {
        return new LiquibaseConversion(found(engines), source, pluginId).convert();
    }

    /**
     * What a folder of Flyway's becomes. Nothing is written; {@link io.godwit.changelog.ConversionFolder} does.
     *
     * @param placeholders values for {@code ${name}}
     * @param engines at least one
     * @throws io.godwit.failure.ChangelogRefusedException if the folder cannot be read
     */
    public Conversion fromFlyway(Path folder, String pluginId, Map<String, String> placeholders, List<String> engines) {
        return new FlywayConversion(found(engines), folder, pluginId, placeholders).convert();
    }

    /**
     * Writes portable migrations as scripts for Flyway, for one engine.
     *
     * @param folder is made if it is not there, and must be empty
     * @return the migrations, and what has no form in a script
     */
    public Conversion toFlyway(PluginSource plugins, String engine, Path folder) {
        Plan up = offline(plugins, engine).planUp();
        Plan down = down(plugins, engine).orElse(null);
        return FlywayFolder.write(up, down, found(List.of(engine)).get(0).nativeScript(), folder);
    }

    /**
     * Writes portable migrations as one Liquibase changelog in XML: a change set a step, with the statements of each engine.
     *
     * @param logicalPath what Liquibase calls it in its history
     * @return what is in it
     */
    public LiquibaseXml toLiquibase(PluginSource plugins, List<String> engines, String logicalPath, Path output) {
        LiquibaseXml xml = new LiquibaseXml();
        for (String engine : engines) {
            xml.add(offline(plugins, engine).planUp(), down(plugins, engine));
        }
        xml.write(logicalPath, output);
        return xml;
    }

    /** Empty if some migration has no way back. */
    private Optional<Plan> down(PluginSource plugins, String engine) {
        try {
            return Optional.of(offline(plugins, engine).planDown());
        } catch (PlanRefusedException | UnsupportedByDialectException none) {
            return Optional.empty();
        }
    }

    private OfflineBuilder offline(PluginSource plugins, String engine) {
        OfflineBuilder builder = Godwit.offline(engine).plugins(plugins);
        dialects.forEach(builder::dialect);
        return builder;
    }

    private List<Dialect> found(List<String> engines) {
        DialectFinder finder = DialectFinder.with(dialects);
        return engines.stream()
                .map(name -> name.split(":", 2))
                .map(parts -> finder.forEngine(parts[0], parts.length == 2 ? parts[1] : ""))
                .toList();
    }
}
