package io.godwit.changelog;

import io.godwit.dialect.Dialect;
import io.godwit.failure.ChangelogRefusedException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes one self-contained SQL file of a Liquibase changelog, for an engine's own client: what ran, in the order in which it ran, and the
 * history that lets Liquibase go on from there. Needs liquibase-core on the class path, which is looked for when it is used. Immutable and
 * thread-safe.
 */
public final class LiquibaseSqlPackage {

    private final Dialect dialect;
    private final LiquibaseSource source;

    /** For an engine, which need not be the one whose history is read. */
    public LiquibaseSqlPackage(Dialect dialect, LiquibaseSource source) {
        this.dialect = Objects.requireNonNull(dialect, "dialect");
        this.source = Objects.requireNonNull(source, "source");
    }

    /** Whether liquibase-core is on the class path, so that packages can be made. */
    public static boolean isAvailable() {
        try {
            return LiquibasePackaging.isAvailable();
        } catch (NoClassDefFoundError absent) {
            return false;
        }
    }

    /**
     * Writes what ran on a database; it is read only.
     *
     * @param live the dialect of the database
     * @throws ChangelogRefusedException with every change set that is missing, was changed or cannot be rendered
     * @throws SQLException if the history cannot be read
     */
    public PackageReport write(Connection history, Dialect live, Path output) throws SQLException {
        List<RanChange> rows = new RanChanges(history, live).read();
        return made(rows, output, null);
    }

    /**
     * Writes what Liquibase would run on an empty database.
     *
     * @throws ChangelogRefusedException with every change set that cannot be rendered
     */
    public PackageReport write(Path output) {
        refuseTags();
        return made(null, output, null);
    }

    /**
     * As {@link #write(Connection, Dialect, Path)}, but what was made of the same history and the same files before is not made again.
     *
     * @throws ChangelogRefusedException with every change set that is missing, was changed or cannot be rendered
     * @throws SQLException if the history cannot be read
     */
    public CachedPackage cached(Connection history, Dialect live, PackageCache cache) throws SQLException {
        return cache.get(dialect, source, new RanChanges(history, live), this::made);
    }

    /**
     * As {@link #write(Path)}, but what was made of the same files before is not made again.
     *
     * @throws ChangelogRefusedException with every change set that cannot be rendered
     */
    public CachedPackage cached(PackageCache cache) {
        refuseTags();
        try {
            return cache.get(dialect, source, null, this::made);
        } catch (SQLException impossible) {
            throw new IllegalStateException("no database was asked", impossible);
        }
    }

    private void refuseTags() {
        if (source.fromTag() != null || source.toTag() != null) {
            throw new ChangelogRefusedException(
                    source.changelog(), "tags are in a database's history: name the database");
        }
    }

    private PackageReport made(@Nullable List<RanChange> history, Path output, @Nullable FileTrace trace) {
        try {
            Optional<PackageReport> plain =
                    history == null ? Optional.empty() : PlainPackaging.make(dialect, source, history, output, trace);
            return plain.isPresent() ? plain.get() : LiquibasePackaging.make(dialect, source, history, output, trace);
        } catch (NoClassDefFoundError absent) {
            throw absent(source.changelog(), absent);
        }
    }

    static ChangelogRefusedException absent(String changelog, NoClassDefFoundError absent) {
        return new ChangelogRefusedException(
                changelog,
                "needs Liquibase, which is not on the class path: add org.liquibase:liquibase-core:4.33.0 (missing: "
                        + absent.getMessage() + ")");
    }
}
