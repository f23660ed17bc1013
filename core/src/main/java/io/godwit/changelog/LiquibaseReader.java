package io.godwit.changelog;

import io.godwit.dialect.Dialect;
import io.godwit.failure.ChangelogRefusedException;
import io.godwit.format.EngineName;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Scope;
import liquibase.change.ChangeFactory;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.filter.ContextChangeSetFilter;
import liquibase.changelog.filter.DbmsChangeSetFilter;
import liquibase.changelog.filter.LabelChangeSetFilter;
import liquibase.database.AbstractJdbcDatabase;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.OfflineConnection;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.executor.ExecutorService;
import liquibase.executor.LoggingExecutor;
import liquibase.parser.ChangeLogParserFactory;
import liquibase.resource.CompositeResourceAccessor;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.resource.ResourceAccessor;
import liquibase.structure.core.Table;
import org.jspecify.annotations.Nullable;

/** Reads a changelog by Liquibase's own parsers, for an engine without a connection. For one thread of {@link LiquibaseThread}. */
final class LiquibaseReader implements AutoCloseable {

    private final LiquibaseSource source;
    private final ResourceAccessor resources;
    private final Database database;

    LiquibaseReader(LiquibaseSource source, Dialect dialect) throws IOException, LiquibaseException {
        this(source, dialect, null);
    }

    /** @param trace gets what is read */
    LiquibaseReader(LiquibaseSource source, Dialect dialect, @Nullable FileTrace trace)
            throws IOException, LiquibaseException {
        this.source = source;
        Path root = source.root().toRealPath();
        this.resources = new ConfinedResources(root, FileLimits.STANDARD, trace);
        this.database = database(dialect);
    }

    /** Whether the database is there, in memory, so that it can be asked what it holds. */
    boolean isLive() {
        return !(database.getConnection() instanceof OfflineConnection);
    }

    Database database() {
        return database;
    }

    ResourceAccessor resources() {
        return resources;
    }

    /** What was in memory goes. */
    @Override
    public void close() throws LiquibaseException {
        database.close();
    }

    DatabaseChangeLog read() throws Exception {
        UnloadedCustomChange.in(Scope.getCurrentScope().getSingleton(ChangeFactory.class));
        return read(source.changelog(), resources);
    }

    /**
     * Reads a changelog that was made of this one, beside its files.
     *
     * @param folder the changelog's
     */
    DatabaseChangeLog read(String made, Path folder) throws Exception {
        return read(made, new CompositeResourceAccessor(new DirectoryResourceAccessor(folder), resources));
    }

    private DatabaseChangeLog read(String changelog, ResourceAccessor accessor) throws Exception {
        return Scope.child(Map.of(Scope.Attr.resourceAccessor.name(), accessor), () -> {
            DatabaseChangeLog parsed = ChangeLogParserFactory.getInstance()
                    .getParser(changelog, accessor)
                    .parse(changelog, parameters(), accessor);
            parsed.getChangeSets().forEach(this::leaveOutModifications);
            return parsed;
        });
    }

    /** Liquibase's filters take {@code modifySql} for other engines, contexts and labels out of a change set before its checksum is made. */
    private void leaveOutModifications(ChangeSet set) {
        new DbmsChangeSetFilter(database).accepts(set);
        new ContextChangeSetFilter(contexts()).accepts(set);
        new LabelChangeSetFilter(labels()).accepts(set);
    }

    /**
     * Does what may look into files of the changelog: renders {@code loadData}, or verifies the checksum of {@code sqlFile}. The engine is known to it,
     * for a checksum has no changes in it that are for others.
     */
    void within(Runnable work) throws Exception {
        Scope.child(
                Map.of(Scope.Attr.resourceAccessor.name(), resources, Scope.Attr.database.name(), database), work::run);
    }

    private ChangeLogParameters parameters() {
        ChangeLogParameters parameters = new ChangeLogParameters(database);
        parameters.setContexts(contexts());
        parameters.setLabels(labels());
        source.parameters().forEach(parameters::set);
        return parameters;
    }

    Contexts contexts() {
        return new Contexts(source.contexts());
    }

    LabelExpression labels() {
        return new LabelExpression(source.labels());
    }

    /** Liquibase's own object for the engine, whose names differ. */
    private Database database(Dialect dialect) throws LiquibaseException {
        Database found = DatabaseFactory.getInstance().getImplementedDatabases().stream()
                .filter(each -> isCalled(dialect.engine(), each.getShortName()))
                .findFirst()
                .orElseThrow(() ->
                        new ChangelogRefusedException(source.changelog(), "Liquibase knows no " + dialect.engine()));
        Optional<Connection> memory = memory(dialect);
        if (memory.isPresent()) {
            found.setConnection(new JdbcConnection(memory.get()));
        } else {
            String version = dialect.version().matches("\\d+(\\.\\d+)*") ? "?version=" + dialect.version() : "";
            found.setConnection(new OfflineConnection("offline:" + found.getShortName() + version, resources));
            keepCase(found);
        }
        ExecutorService executors = Scope.getCurrentScope().getSingleton(ExecutorService.class);
        LoggingExecutor executor = new LoggingExecutor(executors.getExecutor("jdbc", found), new StringWriter(), found);
        executors.setExecutor("jdbc", found, executor);
        executors.setExecutor("logging", found, executor);
        return found;
    }

    /** A connection would say so: where names keep the case that they are written in, it counts, as in MySQL's names of tables. */
    private static void keepCase(Database found) {
        if (found instanceof AbstractJdbcDatabase names) {
            names.setCaseSensitive(true);
            names.setCaseSensitive(names.correctObjectName("aB", Table.class).equals("aB"));
        }
    }

    /** Where the engine can be had inside the process, what depends on what the database holds is rendered beside one. */
    private Optional<Connection> memory(Dialect dialect) {
        try {
            return dialect.openInMemory();
        } catch (SQLException unavailable) {
            throw new ChangelogRefusedException(
                    source.changelog(),
                    "a database in memory is needed, and cannot be had: " + unavailable.getMessage());
        }
    }

    private static boolean isCalled(String engine, String shortName) {
        try {
            return EngineName.canonical(shortName).equals(engine);
        } catch (IllegalArgumentException strange) {
            return false;
        }
    }
}
