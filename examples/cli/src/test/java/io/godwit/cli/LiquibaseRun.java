package io.godwit.cli;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.SingletonScopeManager;
import liquibase.changelog.ChangeSet;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.ui.LoggerUIService;

/** Liquibase itself, on a database: in a thread of its own, which keeps what it remembers. */
record LiquibaseRun(Path root, String changelog, String url) {

    /** Brings the database up to date. */
    void update(String contexts) throws Exception {
        with(liquibase -> {
            liquibase.update(contexts);
            return List.of();
        });
    }

    /** Takes back what ran last, by the changelog's rollback blocks. */
    void rollback(int changeSets) throws Exception {
        with(liquibase -> {
            liquibase.rollback(changeSets, "");
            return List.of();
        });
    }

    /** What Liquibase would still run. */
    List<String> pending(String contexts) throws Exception {
        return with(liquibase -> liquibase.listUnrunChangeSets(new Contexts(contexts), new LabelExpression()).stream()
                .map(ChangeSet::toString)
                .toList());
    }

    private interface Work {
        List<String> with(Liquibase liquibase) throws Exception;
    }

    private List<String> with(Work work) throws Exception {
        Callable<List<String>> call = () -> {
            Scope.setScopeManager(new SingletonScopeManager());
            try (Connection connection = DriverManager.getConnection(url)) {
                var database =
                        DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
                return Scope.child(
                        Map.of(Scope.Attr.ui.name(), new LoggerUIService(), "liquibase.analytics.enabled", false),
                        () -> work.with(new Liquibase(changelog, new DirectoryResourceAccessor(root), database)));
            }
        };
        FutureTask<List<String>> task = new FutureTask<>(call);
        Thread thread = new Thread(task, "liquibase");
        thread.start();
        return task.get();
    }
}
