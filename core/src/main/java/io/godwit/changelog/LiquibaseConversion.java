package io.godwit.changelog;

import io.godwit.dialect.Dialect;
import io.godwit.failure.ChangelogRefusedException;
import java.util.List;
import java.util.Objects;

/**
 * Makes portable migrations of a Liquibase changelog, for several engines at once: what is the same on all of them becomes one document.
 * Needs liquibase-core on the class path. Immutable and thread-safe.
 */
public final class LiquibaseConversion {

    private final List<Dialect> engines;
    private final LiquibaseSource source;
    private final String pluginId;

    /**
     * Of one changelog.
     *
     * @param engines at least one
     * @param pluginId whose migrations they become
     */
    public LiquibaseConversion(List<Dialect> engines, LiquibaseSource source, String pluginId) {
        this.engines = List.copyOf(engines);
        this.source = Objects.requireNonNull(source, "source");
        this.pluginId = Objects.requireNonNull(pluginId, "pluginId");
        if (engines.isEmpty()) {
            throw new IllegalArgumentException("a conversion is for at least one engine");
        }
    }

    /**
     * Reads the changelog and converts it; nothing is written.
     *
     * @throws ChangelogRefusedException if it cannot be read, or liquibase-core is not there
     */
    public Conversion convert() {
        try {
            return ConvertedChangelog.of(engines, source, pluginId);
        } catch (NoClassDefFoundError absent) {
            throw LiquibaseSqlPackage.absent(source.changelog(), absent);
        }
    }
}
