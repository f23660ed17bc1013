package io.godwit.benchmarks.contender;

import io.godwit.benchmarks.corpus.Corpus;
import java.io.OutputStream;
import java.sql.Connection;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.command.CommandScope;
import liquibase.command.core.RollbackCountCommandStep;
import liquibase.command.core.UpdateCommandStep;
import liquibase.command.core.helpers.DatabaseChangelogCommandStep;
import liquibase.command.core.helpers.DbUrlConnectionArgumentsCommandStep;
import liquibase.command.core.helpers.ShowSummaryArgument;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.ui.LoggerUIService;

/** Liquibase with one changelog in its SQL format; its analytics are off. */
final class LiquibaseContender implements Contender {

    /** Kept here, for java.util.logging forgets loggers that nobody holds. */
    private static final Logger LOG = Logger.getLogger("liquibase");

    LiquibaseContender() {
        System.setProperty("liquibase.analytics.enabled", "false");
        LOG.setLevel(Level.OFF);
    }

    @Override
    public String name() {
        return "liquibase";
    }

    @Override
    public void migrate(DataSource database, Corpus corpus) throws Exception {
        run(
                database,
                corpus,
                () -> new CommandScope(UpdateCommandStep.COMMAND_NAME)
                        .addArgumentValue(ShowSummaryArgument.SHOW_SUMMARY, UpdateSummaryEnum.OFF));
    }

    @Override
    public void rollback(DataSource database, Corpus corpus, int migrations) throws Exception {
        run(
                database,
                corpus,
                () -> new CommandScope(RollbackCountCommandStep.COMMAND_NAME[0])
                        .addArgumentValue(RollbackCountCommandStep.COUNT_ARG, migrations));
    }

    private interface Command {
        CommandScope make() throws Exception;
    }

    private static void run(DataSource source, Corpus corpus, Command command) throws Exception {
        DirectoryResourceAccessor files =
                new DirectoryResourceAccessor(corpus.changelog().getParent());
        try (Connection connection = source.getConnection()) {
            Database database =
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
            Scope.child(
                    quietly(files),
                    () -> command.make()
                            .addArgumentValue(DbUrlConnectionArgumentsCommandStep.DATABASE_ARG, database)
                            .addArgumentValue(
                                    DatabaseChangelogCommandStep.CHANGELOG_FILE_ARG,
                                    corpus.changelog().getFileName().toString())
                            .setOutput(OutputStream.nullOutputStream())
                            .execute());
            connection.setAutoCommit(true);
        }
    }

    private static Map<String, Object> quietly(DirectoryResourceAccessor files) {
        return Map.of(Scope.Attr.resourceAccessor.name(), files, Scope.Attr.ui.name(), new LoggerUIService());
    }
}
