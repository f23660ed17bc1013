package io.godwit.changelog;

import io.godwit.dialect.Dialect;
import io.godwit.failure.ChangelogRefusedException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;

/**
 * Makes one Liquibase changelog in XML of all that ran on a database, from however many files it came: Liquibase takes it for them, and
 * finds nothing to run. Needs liquibase-core on the class path, which is looked for when it is used. Immutable and thread-safe.
 */
public final class LiquibaseXmlPackage {

    private final Dialect dialect;
    private final LiquibaseSource source;

    /** @param dialect whose change sets are meant where several have one name */
    public LiquibaseXmlPackage(Dialect dialect, LiquibaseSource source) {
        this.dialect = Objects.requireNonNull(dialect, "dialect");
        this.source = Objects.requireNonNull(source, "source");
    }

    /**
     * Writes what ran on a database; it is read only.
     *
     * @param live the dialect of the database
     * @throws ChangelogRefusedException with every change set that is missing, was changed or has no form in XML
     * @throws SQLException if the history cannot be read
     */
    public PackageReport write(Connection history, Dialect live, Path output) throws SQLException {
        try {
            return HistoryChangelog.make(dialect, source, new RanChanges(history, live).read(), output);
        } catch (NoClassDefFoundError absent) {
            throw LiquibaseSqlPackage.absent(source.changelog(), absent);
        }
    }
}
